// The recipe of docs/host.md with React 18 and a story that is an object.
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function Story({ story, name, edition, onChange }) {
  const ref = useRef(null);
  useLayoutEffect(() => {
    ref.current.story = story; // an address or an object
  }, [story]);
  useEffect(() => {
    const { current } = ref;
    current.addEventListener("ledgerline:change", onChange);
    return () => current.removeEventListener("ledgerline:change", onChange);
  }, [onChange]);
  return (
    <div className={`ledgerline-${name}-calculator`}>
      <ledger-line ref={ref} view="calculator" dangerouslySetInnerHTML={{ __html: edition }} />
    </div>
  );
}

const edition = "<p>What the reader has without the widget.</p>";
const heard = () => (record.heard = true);

function Article({ story }) {
  const [shown, show] = useState(true);
  record.show = show;
  return <article>{shown ? <Story story={story} name="small" edition={edition} onChange={heard} /> : null}</article>;
}

fetch(record.story)
  .then((answer) => answer.json())
  .then((story) => createRoot(document.getElementById("app")).render(<Article story={story} />));
