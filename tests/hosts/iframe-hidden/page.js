// Later than a frame may take to answer, by the clock of `hurry.js`.
addEventListener("load", () => setTimeout(() => (document.getElementById("tab").className = "open"), 1990));
