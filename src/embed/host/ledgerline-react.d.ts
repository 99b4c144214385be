/** `<ledger-line>` in TSX, with the types of React 18 and 19. A story that is an object, and events, go through a `ref`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { LedgerLine, LedgerLineAttributes } from "./ledgerline.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ledger-line": DetailedHTMLProps<HTMLAttributes<LedgerLine>, LedgerLine> & LedgerLineAttributes;
    }
  }
}
