/** The dozen, in the order of every answer. */
export const TWELVE = [
  'held', 'reports-directly', 'seat', 'series', 'meetings-held', 'meetings-recorded', 'theme-discussed', 'framework-agreed', 'reviews-in-date', 'functions-reached', 'board-seat', 'attendance',
] as const;

/** Whether each of the dozen is so; undefined where the contender cannot say. */
export type Answers = readonly (boolean | undefined)[];

/** One way to find out, its data loaded and its indexes made. */
export interface Contender {
  readonly name: string;
  /** Answers all that it can. */
  ask(): Answers | Promise<Answers>;
  /** The same for each person gone; absent where that cannot be asked in reasonable time. */
  askWithout?(people: readonly string[]): readonly Answers[] | Promise<readonly Answers[]>;
}
