export { findAttributions } from './find.ts';
export type { Attribution, AttributionInput, CueClass, Directness, Speaker, SpeakerKind } from './types.ts';
