// The recipe of docs/host.md in TSX, with an object as story.
import { useEffect, useLayoutEffect, useRef } from "react";
import type { ChangeDetail, LedgerLine } from "../../../src/embed/host/ledgerline.js";
import type {} from "../../../src/embed/host/ledgerline-react.js";

type Given = { story: string | object; onChange: (event: CustomEvent<ChangeDetail>) => void };

export function Story({ story, onChange }: Given) {
  const ref = useRef<LedgerLine>(null);
  useLayoutEffect(() => {
    if (ref.current) ref.current.story = story;
  }, [story]);
  useEffect(() => {
    const { current } = ref;
    current?.addEventListener("ledgerline:change", onChange);
    return () => current?.removeEventListener("ledgerline:change", onChange);
  }, [onChange]);
  return <ledger-line ref={ref} view="both" theme="auto" mode="inline" link="hash" loading="eager" lang="en" className="wide" />;
}

export const plain = (
  <ledger-line story="https://cdn.example/story.json" state="1;y=1990" base="/ledgerline/">
    <p>The static edition.</p>
  </ledger-line>
);

// @ts-expect-error There is no such view.
export const wrong = <ledger-line view="sideways" />;
