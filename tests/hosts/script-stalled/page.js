addEventListener("load", () => {
  const script = document.createElement("script");
  script.src = document.getElementById("later").href;
  document.head.append(script);
});
