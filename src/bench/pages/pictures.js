// A picture of each kind of page, whole, at two widths, light and dark:
// node pictures.js --url http://localhost:8080 --to pictures [--only target]
import { mkdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromium, kinds, option } from './pages.js';

const server = option('url', 'http://localhost:8080');
const folder = option('to', 'pictures');
const only = option('only', null);

mkdirSync(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
let wide = 0;
for (const [name, path] of Object.entries(kinds)) {
  if (only !== null && name !== only) {
    continue;
  }
  for (const width of [1280, 390]) {
    for (const theme of ['light', 'dark']) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await page.goto(server + path, { waitUntil: 'networkidle0' });
      const shown = await page.evaluate(() => document.documentElement.scrollWidth);
      if (shown > width) {
        wide++;
        console.log(`${name} is ${shown} wide at ${width}`);
      }
      await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
process.exit(wide > 0 ? 1 : 0);
