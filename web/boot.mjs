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
    const counted = answer.body.pipeThrough(
      new TransformStream({
        transform: (chunk, out) => {
          this.received += chunk.byteLength;
          showProgress(this.words, this.received, this.total);
          out.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, { headers: answer.headers, status: answer.status });
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
  const failed = Promise.all(fetched.values()).then(() => new Promise(() => {})); // only ever rejects
  serveFetched(fetched);
  await Promise.race([failed, start(manifest, fetcher, archive)]);
}

async function start(manifest, fetcher, archive) {
  const { loadPyodide } = await import(new URL("pyodide.mjs", ENGINE).href);
  const python = await loadPyodide({
    indexURL: ENGINE.href,
    lockFileContents: JSON.stringify(LOCK),
    packageBaseUrl: ENGINE.href,
  });
  fetcher.words = "Unpacking the desk";
  showProgress(fetcher.words, fetcher.received, fetcher.total);
  const wheels = manifest.wheels.map((name) => new URL(name, document.baseURI).href);
  await python.loadPackage(wheels, { checkIntegrity: false, messageCallback: () => {} });
  python.unpackArchive(await (await archive).arrayBuffer(), "zip", { extractDir: "/app" });
  window.fetch = originalFetch;
  python.canvas.setCanvas2D(document.getElementById("canvas"));
  python.runPython(PRELUDE);
  window.INTRAY_PAGE.state = "ready";
  showProgress("Lighting the lamp", fetcher.total, fetcher.total);
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
