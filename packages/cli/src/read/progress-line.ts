/** How far a run is. Bytes are those of the files as they lie on disk; a total of 0 is unknown. */
export interface Progress {
  seen: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  bytes: number;
  totalBytes: number;
  /** Milliseconds since the run began. */
  elapsedMs: number;
}

const BAR = 24;

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

/** "[########----]  41 % 1,234 items, 96/s, 2 min 3 s left; 1,200 new, 30 known, 4 refused", cut to the width of the terminal. */
export function progressLine(progress: Progress, width: number): string {
  const { seen, accepted, unchanged, rejected, bytes, totalBytes, elapsedMs } = progress;
  const seconds = elapsedMs / 1000;
  const share = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : undefined;
  const count = (value: number) => value.toLocaleString('en-US');
  const parts = [`${count(seen)} items, ${seconds > 0 ? count(Math.round(seen / seconds)) : 0}/s`];
  // The first moments say nothing of the rate.
  if (share !== undefined && share > 0 && share < 1 && seconds >= 1) parts[0] += `, ${duration((seconds / share) * (1 - share))} left`;
  parts.push(`${count(accepted)} new, ${count(unchanged)} known, ${count(rejected)} refused`);
  const bar =
    share === undefined
      ? ''
      : `[${'#'.repeat(Math.round(share * BAR)).padEnd(BAR, '-')}] ${String(Math.floor(share * 100)).padStart(3)} % `;
  return `${bar}${parts.join('; ')}`.slice(0, Math.max(20, width - 1));
}
