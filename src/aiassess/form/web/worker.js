// The engine's worker: Python, from the bytes that the page hands over. It asks for nothing else; "fetch" knows these alone.
// Pyodide's two scripts follow this one (engine.py). They refuse a worker that can import scripts; this one never does.
/* global _createPyodideModule, loadPyodide */
let scorer = null;
self.importScripts = undefined;

async function begin({ wasm, stdlib, app, questionnaire }) {
  const held = { "pyodide.asm.wasm": [wasm, "application/wasm"], "python_stdlib.zip": [stdlib, "application/zip"] };
  self.fetch = async (address) => {
    const [bytes, type] = held[new URL(address).pathname.slice(1)];
    return new Response(bytes, { headers: { "content-type": type } });
  };
  const nowhere = "https://page.invalid/";
  const how = {
    indexURL: nowhere,
    packageBaseUrl: nowhere,
    lockFileContents: { info: { abi_version: "2026_0" }, packages: {} },
    createPyodideModule: _createPyodideModule,
  };
  const { instantiateStreaming } = WebAssembly;
  const python = await new Promise((resolve, reject) => {
    // Pyodide itself would wait for ever for what the browser refuses.
    WebAssembly.instantiateStreaming = (...given) => {
      const instance = instantiateStreaming(...given);
      instance.catch(reject);
      return instance;
    };
    loadPyodide(how).then(resolve, reject);
  });
  python.FS.writeFile("/app.zip", new Uint8Array(app));
  python.runPython("import sys; sys.path.append('/app.zip')");
  scorer = python.pyimport("aiassess.form.web.scorer").Scorer(new TextDecoder().decode(questionnaire));
}

self.onmessage = async ({ data: { id, parts, answers, name } }) => {
  try {
    if (parts) await begin(parts);
    const text = parts ? null : name ? scorer.written(answers, name) : scorer.standing(answers);
    postMessage({ id, text });
  } catch (error) {
    postMessage({ id, fault: String(error) });
  }
};
