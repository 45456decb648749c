// node web.mjs FILE.html [WIDTH...]: what a browser without a window (chromium) makes of a page, one line of JSON for each
// width: which sheets are seen, whether the page is wider than the window, what was asked of the network, faces that
// were loaded, the roles and names of its accessibility tree, where the tab key stops, errors of the console.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

const [file, ...widths] = process.argv.slice(2);
const profile = mkdtempSync(tmpdir() + '/web-');
const browser = spawn(process.env.CHROMIUM || 'chromium',
    ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe', '--user-data-dir=' + profile],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const waiting = new Map(), heard = [];
let number = 0, rest = '';
browser.stdio[4].on('data', (data) => {
    const parts = (rest + data).split('\0');
    rest = parts.pop();
    for (const part of parts) {
        const message = JSON.parse(part);
        if (message.id) waiting.get(message.id)(message);
        else heard.push(message);
    }
});
let session;
function ask(method, params = {}) {
    return new Promise((done, fail) => {
        waiting.set(++number, (m) => (m.error ? fail(new Error(method + ': ' + m.error.message)) : done(m.result)));
        browser.stdio[3].write(JSON.stringify({ id: number, method, params, ...(session && { sessionId: session }) }) + '\0');
    });
}
const evaluate = async (expression) =>
    (await ask('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })).result.value;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function look(width) {
    heard.length = 0;
    await ask('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
    await ask('Page.navigate', { url: 'file://' + resolve(file) });
    while (!heard.some((m) => m.method === 'Page.loadEventFired')) await pause(20);
    await evaluate('document.fonts.ready.then(() => 0)');
    const page = await evaluate(`({
        title: document.title, lang: document.documentElement.lang,
        seen: [...document.querySelectorAll('.sheet')].filter((s) => s.getClientRects().length).map((s) => s.className.replace('sheet ', '')),
        over: document.documentElement.scrollWidth > innerWidth,
        faces: [...document.fonts].filter((f) => f.status === 'loaded').length,
        failed: [...document.fonts].filter((f) => f.status === 'error').length,
        text: [...document.querySelectorAll('svg')].filter((s) => s.getClientRects().length).map((s) => s.textContent).join(' ').length,
        scripts: document.scripts.length })`);
    const { nodes } = await ask('Accessibility.getFullAXTree');
    const tree = nodes.filter((n) => !n.ignored).map((n) => ({ role: n.role?.value, name: n.name?.value || '' }));
    const of = (role) => tree.filter((n) => n.role === role);
    const stops = [];
    for (let i = 0; i < 60; i++) {
        await ask('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 });
        const stop = await evaluate(`(document.activeElement === document.body ? '' :
            document.activeElement.tagName + ' ' + (document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.slice(0, 20)))`);
        if (!stop || stops.includes(stop)) break;
        stops.push(stop);
    }
    const requests = heard.filter((m) => m.method === 'Network.requestWillBeSent').map((m) => m.params.request.url);
    console.log(JSON.stringify({ width, ...page, outside: requests.filter((u) => !u.startsWith('data:') && !u.startsWith('file:')),
        files: requests.filter((u) => u.startsWith('file:')).length,
        errors: heard.filter((m) => m.method === 'Log.entryAdded' || m.method === 'Runtime.exceptionThrown').length,
        heads: of('heading').map((n) => n.name), tables: of('table').length, columns: of('columnheader').length,
        lists: of('list').length, figures: of('figure').length, main: of('main').length, article: of('article').map((n) => n.name), stops }));
}

try {
    const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
    ({ sessionId: session } = await ask('Target.attachToTarget', { targetId, flatten: true }));
    for (const domain of ['Page', 'Network', 'Runtime', 'Log', 'Accessibility']) await ask(domain + '.enable');
    for (const width of widths.length ? widths : ['1280', '700', '400']) await look(Number(width));
} finally {
    browser.kill();
    await new Promise((done) => browser.on('exit', done));
    rmSync(profile, { recursive: true, force: true });
}
