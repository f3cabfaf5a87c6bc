import type { Metrics } from '@copydesk/runtime';
import type { PartitionState } from './state/partition-state.ts';

/** How full the windows of the index are, by language, for `/metrics`. @returns what sets the figures anew */
export function windowMetrics(metrics: Metrics): (states: readonly PartitionState[]) => void {
  const labels = ['partition', 'language'];
  const dense = metrics.gauge('copydesk_cluster_dense_articles', 'Articles kept with their words', labels);
  const share = metrics.gauge('copydesk_cluster_window_share', 'Articles of the window, as a share of what there is room for', labels);
  const early = metrics.gauge('copydesk_cluster_early_evictions', 'Hours that left before their time: the window is too small', labels);
  const bytes = metrics.gauge('copydesk_cluster_index_bytes', 'Bytes of the index', labels);
  const stories = metrics.gauge('copydesk_cluster_stories', 'Stories in the window', labels);
  return (states) => {
    for (const state of states) {
      const { partition } = state.epoch.raw;
      for (const fill of state.fill()) {
        const of = { partition, language: fill.language };
        dense.set(of, fill.denseArticles);
        share.set(of, fill.windowShare);
        early.set(of, fill.earlyEvictions);
        bytes.set(of, fill.bytes);
        stories.set(of, fill.stories);
      }
    }
  };
}
