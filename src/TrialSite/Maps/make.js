// Makes outlines.tsv.br, the land and the countries that maps of places draw. Run it in this folder: npm ci && npm run make
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);
const { feature } = require('topojson-client');
const atlas = require('world-atlas/countries-50m.json');

// The registry names Kosovo, and ISO has no number for it.
const codes = new Map([...require('i18n-iso-countries/codes.json').map(([alpha2, , number]) => [number, alpha2]), ['Kosovo', 'XK']]);

const antarctica = '010';
const smallestArea = 0.02;
const widestStrait = 3;

const countries = atlas.objects.countries.geometries.filter((country) => country.id !== antarctica);
const borders = new Map();
for (const country of countries) {
  const code = codes.get(country.id) ?? codes.get(country.properties.name);
  if (code !== undefined)
    borders.set(code, [...(borders.get(code) ?? []), ...ringsOf(country)]);
}
const land = ringsOf(atlas.objects.land).filter((ring) => frameOf(ring).north > -60);
write([['', '', ...land.map(written)], ...[...borders].sort().map(([code, rings]) => [code, home(rings), ...rings.map(written)])]);

function ringsOf(object) {
  const { features, geometry } = feature(atlas, object);
  return (features ?? [{ geometry }]).flatMap((found) => (found.geometry.type === 'Polygon' ? [found.geometry.coordinates] : found.geometry.coordinates))
    .flatMap((polygon) => polygon)
    .flatMap(cutAtAntimeridian)
    .map(inHundredths)
    .filter((ring) => ring.length > 2)
    .sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))
    .filter((ring, i) => i === 0 || Math.abs(area(ring)) >= smallestArea * 1e4);
}

// A ring that leaves the map on one side and comes back on the other becomes two.
function cutAtAntimeridian(ring) {
  let turns = 0;
  const unrolled = ring.map(([longitude, latitude], i) => {
    const step = i === 0 ? 0 : longitude - ring[i - 1][0];
    turns += step > 180 ? -360 : step < -180 ? 360 : 0;
    return [longitude + turns, latitude];
  });
  return [-360, 0, 360]
    .map((shift) => kept(kept(unrolled, (longitude) => longitude - (shift - 180), shift - 180), (longitude) => shift + 180 - longitude, shift + 180).map(([longitude, latitude]) => [longitude - shift, latitude]))
    .filter((part) => part.length > 2);
}

// The part of a ring on one side of a meridian.
function kept(ring, inside, meridian) {
  return ring.flatMap((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const crosses = inside(point[0]) >= 0 !== inside(before[0]) >= 0;
    const at = crosses ? [[meridian, before[1] + ((point[1] - before[1]) * (meridian - before[0])) / (point[0] - before[0])]] : [];
    return inside(point[0]) >= 0 ? [...at, point] : at;
  });
}

function inHundredths(ring) {
  const points = ring.map(([longitude, latitude]) => [Math.round(longitude * 100), Math.round(latitude * 100)]);
  return points.filter((point, i) => { const next = points[(i + 1) % points.length]; return point[0] !== next[0] || point[1] !== next[1]; });
}

// What a map of the country shows: its largest part and what lies near that, not an island in another ocean.
function home(rings) {
  const parts = rings.map((ring) => ({ ...frameOf(ring), area: Math.abs(area(ring)) })).sort((a, b) => b.area - a.area);
  const frame = { ...parts.shift() };
  for (let found = true; found;) {
    found = false;
    for (const part of parts) {
      const shifted = [part, { ...part, west: part.west + 360, east: part.east + 360 }].find((other) => apart(frame, other) <= widestStrait);
      if (shifted === undefined)
        continue;
      parts.splice(parts.indexOf(part), 1);
      Object.assign(frame, { west: Math.min(frame.west, shifted.west), east: Math.max(frame.east, shifted.east), south: Math.min(frame.south, shifted.south), north: Math.max(frame.north, shifted.north) });
      found = true;
      break;
    }
  }
  return [frame.west, frame.south, frame.east, frame.north].map((degrees) => Math.round(degrees * 100)).join(' ');
}

function apart(a, b) {
  return Math.max(a.west - b.east, b.west - a.east, a.south - b.north, b.south - a.north);
}

function frameOf(ring) {
  const [longitudes, latitudes] = [ring.map((point) => point[0] / 100), ring.map((point) => point[1] / 100)];
  return { west: Math.min(...longitudes), east: Math.max(...longitudes), south: Math.min(...latitudes), north: Math.max(...latitudes) };
}

function area(ring) {
  return ring.reduce((sum, [x, y], i) => { const [nextX, nextY] = ring[(i + 1) % ring.length]; return sum + x * nextY - nextX * y; }, 0) / 2;
}

// The first point, then the steps to the others.
function written(ring) {
  return ring.map(([x, y], i) => (i === 0 ? `${x} ${y}` : `${x - ring[i - 1][0]} ${y - ring[i - 1][1]}`)).join(' ');
}

function write(rows) {
  const text = Buffer.from(rows.map((row) => `${row.join('\t')}\n`).join(''), 'utf8');
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  writeFileSync(new URL('outlines.tsv.br', import.meta.url), packed);
  console.log(`outlines.tsv.br: ${rows.length - 1} countries, ${text.length} bytes, ${packed.length} packed`);
}
