addEventListener("load", () => setTimeout(() => (document.getElementById("tab").className = "open"), 500));
