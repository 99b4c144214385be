// What a page in strict TypeScript may write; checked and never run.
import type { ChangeDetail, ErrorCode, LedgerLine, LedgerLineError } from "../../src/embed/host/ledgerline.js";

const found = document.querySelector("ledger-line");
const made: LedgerLine = document.createElement("ledger-line");

export function properties(element: LedgerLine): string[] {
  element.story = { ledgerline: 1 };
  element.story = null;
  element.view = null;
  element.state = null;
  element.loading = "eager";
  // @ts-expect-error There is no such view.
  element.view = "sideways";
  return [element.story, element.view, element.theme, element.mode, element.link, element.base, element.state, element.lang];
}

export async function methods(element: LedgerLine): Promise<boolean> {
  await element.ready;
  // @ts-expect-error A target names one thing of the story.
  await element.select({ month: 7 });
  return (await element.select({ claim: "sixty-times" })) && (await element.download("png"));
}

const told = (event: CustomEvent<ChangeDetail>): string => event.detail.sentence;

export function events(element: LedgerLine): void {
  element.addEventListener("ledgerline:change", told);
  element.removeEventListener("ledgerline:change", told);
  element.addEventListener("ledgerline:select", ({ detail }) => detail.event?.length);
  element.addEventListener("click", (event) => event.clientX);
  element.addEventListener("something-else", (event) => event.type);
  document.addEventListener("ledgerline:error", ({ detail }) => cause(detail));
  window.addEventListener("ledgerline:error", ({ detail }) => cause(detail));
  document.body.addEventListener("ledgerline:ready", (event) => event.target);
  element.ready.catch((reason: LedgerLineError) => cause(reason));
}

/** Every code has its place here, and no other has one. */
const CAUSES: Record<ErrorCode, "page" | "story" | "us"> = {
  policy: "page",
  browser: "page",
  base: "page",
  frame: "page",
  story: "story",
  "not-json": "story",
  "newer-version": "story",
  errors: "story",
  engine: "us",
  stopped: "us",
};

function cause({ code, hint, directive }: LedgerLineError): string {
  // @ts-expect-error There is no such code.
  if (code === "polcy") return "";
  return `${CAUSES[code]}: ${hint} ${directive ?? ""}`;
}

export const all = [found, made];
