// Boot the game on the Pyodide that lies beside the page in engine/. Nothing is fetched from anywhere else.
import { showFailure, showGame, showProgress } from "./page.mjs";

const ENGINE = new URL("engine/", document.baseURI);
const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};

// asyncio.run(main()) ends main.py on every runtime; here the page owns the event loop, so it only starts the task.
const PRELUDE = `
import asyncio, os, sys
_started = []
def _run(main, *, debug=None, loop_factory=None):
    _started.append(asyncio.ensure_future(main))
asyncio.run = _run
os.chdir("/app/assets")
sys.path.insert(0, "/app/assets")
sys.argv = ["main.py"]
`;
const EPILOGUE = `
for _task in _started:
    await _task
`;

/** A failure whose message may be shown to a player as it is. */
class Plain extends Error {}

/** Fetch files as streams and count every byte of all of them together. */
class Fetcher {
  constructor(total) {
    this.total = total;
    this.received = 0;
    this.words = "Fetching the office";
    this.lost = new Promise((_, reject) => (this.broken = reject)); // rejects when a download stops half-way
    this.lost.catch(() => {});
  }

  async response(url) {
    const name = new URL(url).pathname.split("/").pop();
    let answer;
    try {
      answer = await originalFetch(url);
    } catch {
      throw new Plain(`${name} did not arrive. Is the connection to this page's server still there?`);
    }
    if (!answer.ok) throw new Plain(`The server has no ${name} (answer ${answer.status}). The copy of the game is not complete.`);
    this.count(answer.clone().body, name);
    return answer; // untouched: browsers keep compiled WebAssembly only for answers that came from the network
  }

  async count(body, name) {
    try {
      for (const reader = body.getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) return;
        this.received += value.byteLength;
        showProgress(this.words, this.received, this.total);
      }
    } catch {
      this.broken(new Plain(`${name} arrived only in part. Is the connection to this page's server still there?`));
    }
  }
}

const originalFetch = window.fetch.bind(window);

/** Let Pyodide's own fetches take what was asked for beforehand; each file is used once. */
function serveFetched(fetched) {
  window.fetch = (resource, options) => {
    const url = new URL(resource.url ?? resource, document.baseURI).href;
    const promise = fetched.get(url);
    if (!promise) return originalFetch(resource, options);
    fetched.delete(url);
    return promise;
  };
}

/** Start every download at once; Pyodide compiles one file while the next arrives. */
async function startDownloads() {
  const manifestUrl = new URL("manifest.json", ENGINE).href;
  const manifest = await (await new Fetcher(0).response(manifestUrl)).json();
  const sizes = Object.values(manifest.files);
  const fetcher = new Fetcher(sizes.reduce((sum, bytes) => sum + bytes, 0));
  const fetched = new Map();
  for (const name of Object.keys(manifest.files)) {
    const url = new URL(name, document.baseURI).href;
    const promise = fetcher.response(url);
    promise.catch(() => {}); // reported by whoever awaits it
    fetched.set(url, promise);
  }
  return { manifest, fetcher, fetched };
}

async function boot() {
  if (typeof WebAssembly !== "object") throw new Plain("This browser cannot run WebAssembly. A browser of the last few years can.");
  const { manifest, fetcher, fetched } = await startDownloads();
  const archive = fetched.get(new URL(manifest.archive, document.baseURI).href);
  const arrived = Promise.all(fetched.values());
  serveFetched(fetched);
  const lost = arrived.then(() => fetcher.lost); // only ever rejects, and sooner than Pyodide would notice
  await Promise.race([lost, start(manifest, fetcher, archive, arrived)]);
}

/** Import one of the engine's modules. */
async function module(name) {
  try {
    return await import(new URL(name, ENGINE).href);
  } catch {
    throw new Plain(`${name} did not arrive. Is the connection to this page's server still there?`);
  }
}

async function start(manifest, fetcher, archive, arrived) {
  const { loadPyodide } = await module("pyodide.mjs");
  await module("pyodide.asm.mjs"); // Pyodide imports it too; asked for here, its absence has a name
  const python = await loadPyodide({
    indexURL: ENGINE.href,
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: ENGINE.href,
    convertNullToNone: true, // as on pygbag's runtime: game.port asks both the same way
  });
  fetcher.words = "Unpacking the desk";
  showProgress(fetcher.words, fetcher.received, fetcher.total);
  const wheels = manifest.wheels.map((name) => new URL(name, document.baseURI).href);
  await python.loadPackage(wheels, { checkIntegrity: false, messageCallback: () => {} });
  await arrived; // a wheel that is missing is no error to Pyodide
  python.unpackArchive(await (await archive).arrayBuffer(), "zip", { extractDir: "/app" });
  window.fetch = originalFetch;
  python.canvas.setCanvas2D(document.getElementById("canvas"));
  python.runPython(PRELUDE);
  window.INTRAY_PAGE.state = "ready";
  fetcher.words = "Lighting the lamp";
  showProgress(fetcher.words, fetcher.total, fetcher.total);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // let the words be seen
  const main = python.FS.readFile("/app/assets/main.py", { encoding: "utf8" });
  await python.runPythonAsync(main, { filename: "main.py" });
  showGame();
  await python.runPythonAsync(EPILOGUE);
}

/** A page must not stay dark: whatever escapes from anywhere is shown. */
boot().catch((error) => {
  if (error instanceof Plain) showFailure(error.message);
  else showFailure("The game stopped because of a fault of its own. Nothing you did.", String(error.message ?? error));
});
