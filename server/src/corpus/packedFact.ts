import {
  certainties,
  modalities,
  ranks,
  type Certainty,
  type Modality,
  type Rank,
} from '../sidecars/sidecar.js';

/**
 * What a fact says in a few words, as bits of one number. From the lowest: 8 for its ties, 4 for its
 * modality, 2 for its certainty, 2 for its rank, 1 for a denial, 1 for the article's own voice.
 */
export interface Packed {
  readonly ties: number;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly rank: Rank;
  readonly negative: boolean;
  readonly ownVoice: boolean;
}

export function pack({ ties, modality, certainty, rank, negative, ownVoice }: Packed): number {
  return (
    ties |
    (modalities.indexOf(modality) << 8) |
    (certainties.indexOf(certainty) << 12) |
    (ranks.indexOf(rank) << 14) |
    (Number(negative) << 16) |
    (Number(ownVoice) << 17)
  );
}

export function tiesIn(packed: number): number {
  return packed & 0xff;
}

export function modalityIn(packed: number): Modality {
  return modalities[(packed >> 8) & 0xf] ?? 'asserted';
}

export function certaintyIn(packed: number): Certainty {
  return certainties[(packed >> 12) & 3] ?? 'certain';
}

export function rankIn(packed: number): Rank {
  return ranks[(packed >> 14) & 3] ?? 'normal';
}

export function isNegativeIn(packed: number): boolean {
  return ((packed >> 16) & 1) === 1;
}

export function isOwnVoiceIn(packed: number): boolean {
  return ((packed >> 17) & 1) === 1;
}
