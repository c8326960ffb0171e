// Lighthouse's four marks for the pages that readers meet first, median of several runs, on a desktop
// and on a phone: node quality.js --url http://localhost:8080 --runs 3. Ends with 1 below 95.
import * as launcher from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium, marked, option } from './pages.js';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const server = option('url', 'http://localhost:8080');
const runs = Number(option('runs', '3'));

function median(numbers) {
  return numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

async function once(url, config) {
  // A browser of its own for each run, so that none finds what another has kept.
  const chrome = await launcher.launch({
    chromePath: chromium,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES }, config);
    const failed = Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
      .map((audit) => audit.id);
    return { marks: CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100)), failed };
  } finally {
    chrome.kill();
  }
}

let low = false;
console.log('| Page | Screen | ' + CATEGORIES.join(' | ') + ' | Below 90 |');
console.log('|---|---|--:|--:|--:|--:|---|');
for (const [name, path] of Object.entries(marked)) {
  for (const [screen, config] of [['desktop', desktopConfig], ['phone', undefined]]) {
    const results = [];
    for (let run = 0; run < runs; run++) {
      results.push(await once(server + path, config));
    }
    const marks = CATEGORIES.map((_, at) => median(results.map((result) => result.marks[at])));
    const failed = [...new Set(results.flatMap((result) => result.failed))];
    low ||= marks.some((mark) => mark < LEAST);
    console.log(`| ${name} | ${screen} | ${marks.join(' | ')} | ${failed.join(', ')} |`);
  }
}
process.exit(low ? 1 : 0);
