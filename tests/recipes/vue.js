// Vue sets a property where the element has one, and listens by name. The render function is what a template compiles to.
import { createApp, h, ref } from "vue";

const shown = ref(true);
record.show = (show) => (shown.value = show);
const heard = () => (record.heard = true);

fetch(record.story)
  .then((answer) => answer.json())
  .then((story) => {
    const widget = () => h("ledger-line", { story, view: "calculator", "onLedgerline:change": heard });
    createApp({ render: () => h("article", shown.value ? [widget()] : []) }).mount("#app");
  });
