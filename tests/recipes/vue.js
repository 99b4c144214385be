// The dot makes it a property, also where the element is not there yet. The render function is what a template compiles
// to: `:story.prop` and `v-html`.
import { createApp, h, ref } from "vue";

const shown = ref(true);
record.show = (show) => (shown.value = show);
const edition = "<p>What the reader has without the widget.</p>";
const heard = () => (record.heard = true);

fetch(record.story)
  .then((answer) => answer.json())
  .then((story) => {
    const attributes = { ".story": story, view: "calculator", "onLedgerline:change": heard, innerHTML: edition };
    const widget = () => h("div", { class: "ledgerline-small-calculator" }, [h("ledger-line", attributes)]);
    createApp({ render: () => h("article", shown.value ? [widget()] : []) }).mount("#app");
  });
