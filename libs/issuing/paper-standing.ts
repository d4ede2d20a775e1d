/**
 * What a paper that was given out says about today: it holds (`inEffect`), a later one says otherwise (`changed`), what it is about was
 * settled (`settled`), or what it brought about has ended (`over`).
 */
export type PaperStanding = 'inEffect' | 'changed' | 'settled' | 'over';
