// The inbox: rows by keyboard, and the list anew when something in the office changed.
import { enhance } from '/page.js';
import { listen } from '/keys.js';

const Quiet = 800;
const Poll = 60_000;

/** Whoever is away is not kept signed in by a page that asks for news. */
const Away = 15 * 60_000;
let timer;
let seen = Date.now();
for (const sign of ['keydown', 'pointerdown', 'focus']) {
  window.addEventListener(sign, () => { seen = Date.now(); });
}

const rows = () => [...document.querySelectorAll('tr[data-work]')];
const current = () => document.activeElement?.closest('tr[data-work]');

function step(by) {
  const all = rows();
  if (all.length === 0) {
    return false;
  }
  const at = all.indexOf(current());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].querySelector('th a').focus();
  return true;
}

function claim() {
  const row = current();
  if (row?.dataset.free !== 'true') {
    return false;
  }
  const form = document.getElementById('claim');
  form.action = `/work/${row.dataset.work}/claim`;
  form.submit();
  return true;
}

function choose() {
  const tick = current()?.querySelector('input[type="checkbox"]');
  if (!tick) {
    return false;
  }
  tick.checked = !tick.checked;
  return true;
}

function search() {
  const field = document.getElementById('q');
  field?.focus();
  field?.select();
  return field !== null;
}

listen({ j: () => step(1), k: () => step(-1), c: claim, x: choose, '/': search });

/** Whoever ticked, opened or typed something is not disturbed: they are told that there is something new. */
function isBusy(inbox) {
  return inbox.querySelector('input[type="checkbox"]:checked') !== null
    || inbox.querySelector('details[open]') !== null
    || document.activeElement?.matches('#inbox input, #inbox select, #inbox textarea') === true;
}

async function refresh() {
  const inbox = document.getElementById('inbox');
  if (!inbox || document.hidden || Date.now() - seen > Away) {
    return;
  }
  if (isBusy(inbox)) {
    tell('一覧が変わりました。開き直すと新しい一覧になります。');
    return;
  }
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('inbox');
  if (!fresh || isBusy(inbox)) {
    return;
  }
  const at = current()?.dataset.work;
  enhance(fresh);
  inbox.replaceWith(fresh);
  if (at) {
    document.querySelector(`tr[data-work="${CSS.escape(at)}"] th a`)?.focus();
  }
}

function tell(text) {
  const news = document.getElementById('news');
  if (news && news.textContent !== text) {
    news.textContent = text;
  }
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, Quiet);
}

const live = document.getElementById('inbox')?.dataset.live;
if (live) {
  let source;
  const open = () => {
    source ??= new EventSource(live);
    source.addEventListener('work', soon);
  };
  const close = () => {
    source?.close();
    source = undefined;
  };

  // A browser has few connections to one server: a hidden page gives its own back.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      close();
    } else {
      open();
      soon();
    }
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', (event) => { if (event.persisted) { location.reload(); } });
  open();

  // Another process may have done it: ask now and then as well.
  setInterval(refresh, Poll);
}
