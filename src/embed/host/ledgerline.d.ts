/** Host interface of Ledgerline, version 1. What is not here may change from version to version. */

export type View = "both" | "timeline" | "calculator" | "claims";
export type Theme = "auto" | "light" | "dark";
export type Mode = "auto" | "inline" | "iframe";
export type Link = "none" | "hash";
export type Loading = "lazy" | "eager";

/** What `select` goes to. */
export type Target = { event: string } | { year: number } | { claim: string };

/** Detail of `ledgerline:change`: the choices are others than before. */
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

/** What went wrong; docs/host.md has the cause of each. */
export type ErrorCode =
  | "policy"
  | "browser"
  | "base"
  | "engine"
  | "story"
  | "not-json"
  | "newer-version"
  | "errors"
  | "frame"
  | "stopped";

/** Why the story is not shown: what `ready` is broken with. */
export interface LedgerLineError {
  code: ErrorCode;
  /** What happened, for the reader. */
  sentence: string;
  /** What to do, for whoever can. */
  hint: string;
  /** The directive that the page's policy lacks, where that is the cause. */
  directive?: string | null;
}

/** Detail of `ledgerline:error`: a step down the ladder. */
export interface ErrorDetail extends LedgerLineError {
  directive: string | null;
  /** What stands now. */
  step: "iframe" | "static" | "partial";
}

/** The events of the element. They bubble, so that a document hears those of all its widgets. */
export interface LedgerLineOwnEventMap {
  "ledgerline:ready": CustomEvent<{ story: string }>;
  "ledgerline:change": CustomEvent<ChangeDetail>;
  "ledgerline:select": CustomEvent<SelectDetail>;
  "ledgerline:error": CustomEvent<ErrorDetail>;
}

export interface LedgerLineEventMap extends HTMLElementEventMap, LedgerLineOwnEventMap {}

/** The attributes, by their names in markup. */
export interface LedgerLineAttributes {
  story?: string;
  view?: View;
  theme?: Theme;
  mode?: Mode;
  state?: string;
  link?: Link;
  loading?: Loading;
  base?: string;
}

/** `<ledger-line>`. Every attribute has a property of its name, and is live; null takes the attribute away. */
export interface LedgerLine extends HTMLElement {
  /** Address of a story file, empty without; an object is taken as the story itself. */
  get story(): string;
  set story(story: string | object | null);
  get view(): View | "";
  set view(view: View | "" | null);
  get theme(): Theme | "";
  set theme(theme: Theme | "" | null);
  get mode(): Mode | "";
  set mode(mode: Mode | "" | null);
  get link(): Link | "";
  set link(link: Link | "" | null);
  get loading(): Loading | "";
  set loading(loading: Loading | "" | null);
  get base(): string;
  set base(base: string | null);
  /** The reader's choices, as they stand behind `#ll=`; without any the story is as it opens. */
  get state(): string;
  set state(state: string | null);
  /** Kept when the story is shown, broken with a `LedgerLineError` when it cannot be; a new one for every story. */
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
  removeEventListener<K extends keyof LedgerLineEventMap>(
    type: K,
    listener: (this: LedgerLine, event: LedgerLineEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ledger-line": LedgerLine;
  }
  interface HTMLElementEventMap extends LedgerLineOwnEventMap {}
  interface DocumentEventMap extends LedgerLineOwnEventMap {}
  interface WindowEventMap extends LedgerLineOwnEventMap {}
}
