// A file is of the later half.
document.addEventListener("ledgerline:ready", ({ target }) => target.download("csv"));
