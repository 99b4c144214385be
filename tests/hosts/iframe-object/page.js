fetch(document.querySelector("link[rel=prefetch]").href)
  .then((answer) => answer.json())
  .then((story) => (document.querySelector("ledger-line").story = story));
