// The dot makes it a property, also where the element is not there yet. The render function is what a template compiles
// to: `:story.prop`.
import { createApp, h, ref } from "vue";

const shown = ref(true);
record.show = (show) => (shown.value = show);
const heard = () => (record.heard = true);

fetch(record.story)
  .then((answer) => answer.json())
  .then((story) => {
    const widget = () => h("ledger-line", { ".story": story, view: "calculator", "onLedgerline:change": heard });
    createApp({ render: () => h("article", shown.value ? [widget()] : []) }).mount("#app");
  });
