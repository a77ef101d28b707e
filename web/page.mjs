// What both pages share: the state that tests read, the loading sheet and the error sheet.

const element = (id) => document.getElementById(id);

/** How far the page is: loading, ready, running or error. Read by tests; the game's own state is `window.INTRAY`. */
window.INTRAY_PAGE = { state: "loading", error: null };

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** Say what is being loaded; `total` 0 means that nobody knows it. */
export function showProgress(words, received = 0, total = 0) {
  const bar = element("progress");
  element("status").textContent = words;
  if (total > 0) {
    bar.max = total;
    bar.value = Math.min(received, total);
    element("bytes").textContent = `${megabytes(received)} of ${megabytes(total)} MB`;
  } else {
    bar.removeAttribute("value");
    element("bytes").textContent = "";
  }
}

/** The game has the screen from now on. */
export function showGame() {
  element("loading").hidden = true;
  element("canvas").focus();
  window.INTRAY_PAGE.state = "running";
}

/** Stop: say why in plain words, keep the technical reason one click away, and offer to try again. */
export function showFailure(reason, detail) {
  if (window.INTRAY_PAGE.state === "error") return; // the first fault is the cause of the next
  if (window.INTRAY_PAGE.state === "running") element("outcome").textContent = "It stopped.";
  window.INTRAY_PAGE.state = "error";
  window.INTRAY_PAGE.error = detail ? `${reason}\n${detail}` : reason;
  console.error(window.INTRAY_PAGE.error);
  element("loading").hidden = false;
  element("working").hidden = true;
  element("failure").hidden = false;
  element("reason").textContent = reason;
  element("detail").textContent = detail ?? "";
  element("more").hidden = !detail;
  element("retry").onclick = () => location.reload();
  element("retry").focus();
}

/** For the Python inside pygbag's page. */
window.intrayPage = { showProgress, showGame, showFailure };
