// node text.mjs READER FILE.pdf...: writes what a search in that reader goes through to FILE.READER.
// READER: pdfium (Chrome, Edge) or pdfjs (Firefox).
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

async function pdfium(files, write) {
    const { PDFiumLibrary } = await import("@hyzyla/pdfium");
    const library = await PDFiumLibrary.init();
    for (const file of files) {
        const document = await library.loadDocument(await readFile(file));
        const pages = [];
        for (const page of document.pages()) pages.push(page.getText());
        await write(file, pages);
        document.destroy();
    }
    library.destroy();
}

// As the find bar of the viewer joins items: a line's end is "\n". Normalisation, which would make ㎡ of
// m², is left to the one who searches.
async function pdfjs(files, write) {
    const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const home = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
    for (const file of files) {
        const task = getDocument({
            data: new Uint8Array(await readFile(file)),
            cMapUrl: home + "/cmaps/",
            cMapPacked: true,
            standardFontDataUrl: home + "/standard_fonts/",
            verbosity: VerbosityLevel.ERRORS,
        });
        const document = await task.promise;
        const pages = [];
        for (let i = 1; i <= document.numPages; i++) {
            const content = await (await document.getPage(i)).getTextContent({ disableNormalization: true });
            pages.push(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
        }
        await write(file, pages);
        await task.destroy();
    }
}

const [reader, ...files] = process.argv.slice(2);
const readers = { pdfium, pdfjs };
if (!readers[reader] || files.length === 0) {
    console.error("text.mjs pdfium|pdfjs FILE.pdf...");
    process.exit(2);
}
await readers[reader](files, (file, pages) =>
    writeFile(file.replace(/\.pdf$/, "") + "." + reader, pages.join("\f").replace(/\r\n?/g, "\n") + "\n"));
