/** Host interface of Ledgerline, version 1. What is not here may change from version to version. */

export type View = "both" | "timeline" | "calculator" | "claims";
export type Theme = "auto" | "light" | "dark";
export type Mode = "auto" | "inline" | "iframe";
export type Link = "none" | "hash";

/** What `select` goes to. */
export type Target = { event: string } | { year: number } | { claim: string };

/** Detail of `ledgerline:change`: after every choice of the reader. */
export interface ChangeDetail {
  /** The state, in the words of the story format. */
  state: { view: View; event: string | null; compare: { a: string; b: string; when: string; as: string } };
  /** The whole state, as it stands behind `#ll=`. */
  link: string;
  /** What the calculator says of it, in the reader's language. */
  sentence: string;
}

/** Detail of `ledgerline:select`: an event has been opened, or closed. */
export interface SelectDetail {
  event: string | null;
}

/** Detail of `ledgerline:error`: a step down the ladder. */
export interface ErrorDetail {
  /** `policy`, `browser`, `base`, `engine`, `story`, `not-json`, `newer-version`, `errors`, `frame` or `stopped`. */
  code: string;
  /** What happened, for the reader. */
  sentence: string;
  /** What to do, for whoever can. */
  hint: string;
  /** The directive that the page's policy lacks, where that is the cause. */
  directive: string | null;
  /** What stands now. */
  step: "iframe" | "static" | "partial";
}

export interface LedgerLineEventMap {
  "ledgerline:ready": CustomEvent<{ story: string }>;
  "ledgerline:change": CustomEvent<ChangeDetail>;
  "ledgerline:select": CustomEvent<SelectDetail>;
  "ledgerline:error": CustomEvent<ErrorDetail>;
}

/** `<ledger-line>`. Every attribute has a property of its name, and is live. */
export interface LedgerLine extends HTMLElement {
  /** Address of a story file; an object is taken as the story itself. */
  get story(): string;
  set story(story: string | object | null);
  view: View | "";
  theme: Theme | "";
  mode: Mode | "";
  link: Link | "";
  loading: "lazy" | "eager" | "";
  base: string;
  /** The reader's choices, as they stand behind `#ll=`. */
  state: string;
  /** Kept when the story is shown, broken when it cannot be; a new one for every story. */
  readonly ready: Promise<LedgerLine>;
  /** Opens or goes to something of the story; tells whether the story has it. */
  select(target: Target): Promise<boolean>;
  /** Saves what the calculator shows, as its button does; tells whether there is such a button. */
  download(kind: "csv" | "svg" | "png" | "json"): Promise<boolean>;

  addEventListener<K extends keyof LedgerLineEventMap>(
    type: K,
    listener: (this: LedgerLine, event: LedgerLineEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ledger-line": LedgerLine;
  }
}
