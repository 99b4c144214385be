/** `<ledger-line>` in the templates of Vue 3. */
import type { HTMLAttributes, PublicProps } from "vue";
import type { LedgerLine, LedgerLineAttributes, LedgerLineOwnEventMap } from "./ledgerline.js";

/** Listeners, as `@ledgerline:change` becomes one. */
type Listeners = {
  [Name in keyof LedgerLineOwnEventMap as `on${Capitalize<Name>}`]?: (event: LedgerLineOwnEventMap[Name]) => unknown;
};

/** With `.prop` a story may be an object. */
type Properties = Omit<LedgerLineAttributes, "story"> & { story?: string | object };

declare module "vue" {
  interface GlobalComponents {
    "ledger-line": new () => LedgerLine & { $props: HTMLAttributes & PublicProps & Properties & Listeners };
  }
}
