export { agencyCredit, type AgencyCredit } from './credit.ts';
export { findAttributions } from './find.ts';
export { speakingAt } from './speaking-at.ts';
export { speechClasses } from './types.ts';
export type { Attribution, AttributionInput, CueClass, Directness, Speaker, SpeakerKind } from './types.ts';
