import { soundDistance } from './edit-distance.ts';
import { skeletonOf, soundOf } from './name-key.ts';
import { remembering } from './remembering.ts';

const plainLetters = /^[a-z]+$/;

/** A plain word of a name, with how it sounds. */
export class SpokenWord {
  readonly text: string;
  /** Long enough, and of letters that the rules know. */
  private readonly comparable: boolean;
  private sound = '';
  private skeleton = '';

  constructor(text: string) {
    this.text = text;
    this.comparable = text.length >= 4 && plainLetters.test(text);
  }

  /** True when two words are one, or sound nearly alike. @param most largest distance between the sounds */
  isLike(other: SpokenWord, most: number): boolean {
    if (this.text === other.text) return true;
    if (!this.comparable || !other.comparable) return false;
    this.speak();
    other.speak();
    if (this.skeleton !== other.skeleton) return false;
    return soundDistance(this.sound, other.sound) <= Math.min(most, Math.min(this.sound.length, other.sound.length) / 4);
  }

  /** Works the sound out, with g and k as one where they stand first, and its consonants. */
  private speak(): void {
    if (this.sound !== '') return;
    const sound = soundOf(this.text);
    this.sound = sound.replace(/^g/, 'k');
    this.skeleton = skeletonOf(sound);
  }
}

/** The word; those met are kept. */
export const spokenWord: (text: string) => SpokenWord = remembering((text) => new SpokenWord(text));
