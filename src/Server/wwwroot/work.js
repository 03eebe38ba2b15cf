// A work item's form: keeps the draft by itself, asks what the answers so far make necessary, adds and removes rows in place.
import { listen } from '/keys.js';
import { enhance } from '/page.js';

const form = document.getElementById('work-form');
const saved = document.getElementById('saved');
const Pause = 1500;

/** Fields of the form, the one after another. */
function step(by) {
  const fields = [...document.querySelectorAll('#fields :is(input:not([type="hidden"]), select, textarea, button)')].filter((field) => !field.readOnly && field.offsetParent !== null);
  const at = fields.indexOf(lastField);
  const next = fields[at < 0 ? (by > 0 ? 0 : fields.length - 1) : Math.min(Math.max(at + by, 0), fields.length - 1)];
  next?.focus();
  return next !== undefined;
}

let lastField;
document.addEventListener('focusin', (event) => {
  if (event.target.closest('#fields')) {
    lastField = event.target;
  }
});

function press(selector) {
  const button = document.querySelector(selector);
  button?.click();
  return button !== null;
}

listen({
  j: () => step(1),
  k: () => step(-1),
  c: () => press('form[action$="/claim"] button'),
  d: () => press('#work-form .actions button[type="submit"]'),
  s: () => press('#work-form .actions button[formaction$="/draft"]'),
  u: () => press('a[data-key="u"]'),
  '/': () => press('a[data-key="u"]'),
});

let timer;
let queue = Promise.resolve();
let isStopped = false;
let isComposing = false;

if (form) {
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, Pause);
  });
  form.addEventListener('compositionstart', () => { isComposing = true; });
  form.addEventListener('compositionend', () => { isComposing = false; });
  form.addEventListener('change', (event) => {
    if (event.target.matches('[data-decides]')) {
      stopWaiting();
      enqueue(async () => { if (await save()) { await show(null); } });
    }
  });
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="row"]');
    if (button && !isStopped) {
      event.preventDefault();
      stopWaiting();
      enqueue(async () => {
        if (await save({ row: button.value }) && !await show(button.value)) {
          focusAfter(button.value);
        }
      });
    }
  });
  form.addEventListener('submit', stopWaiting);
  // Whoever leaves in the middle of a word finds it again.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer !== undefined) {
      saveNow({ isLeaving: true });
    }
  });
}

function saveNow(how) {
  stopWaiting();
  enqueue(() => save(how));
}

function stopWaiting() {
  clearTimeout(timer);
  timer = undefined;
}

function enqueue(step) {
  queue = queue.then(step, step);
}

/** Saves what stands in the form; files go only with the person's own submit. */
async function save({ row, isLeaving = false } = {}) {
  if (isStopped) {
    return false;
  }
  const data = new FormData(form);
  for (const [name, value] of [...data.entries()]) {
    if (value instanceof File) {
      data.delete(name);
    }
  }
  for (const kept of form.querySelectorAll('input[type="file"]')) {
    const hidden = form.querySelector(`input[type="hidden"][name="${CSS.escape(kept.name)}"]`);
    if (hidden) {
      data.set(kept.name, hidden.value);
    }
  }
  if (row) {
    data.set('row', row);
  }
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', body: data, headers: { accept: 'application/json' }, redirect: 'manual', keepalive: isLeaving });
    const told = answer.headers.get('content-type')?.includes('json') ? await answer.json() : null;
    if (answer.ok && told) {
      form.elements.draftRevision.value = told.revision;
      saved.textContent = `下書きを${told.savedAt}に保存しました。`;
      return true;
    }
    isStopped = answer.status === 409;
    saved.textContent = told?.reason ?? '下書きを保存できませんでした。「下書きを保存」を押すか、ページを開き直してください。';
  } catch {
    saved.textContent = 'サーバーにつながりません。入力はこの画面に残っています。つながったら続けて保存します。';
  }
  return false;
}

/**
 * Shows the fields anew as the server asks for them now. What was typed since the draft was sent stays, and so does the cursor; a word
 * that is being converted is finished first.
 * @param pressed the button of a row, or null
 * @returns whether the person is at a field of the form
 */
async function show(pressed) {
  // Not the address of the page: after a refusal that is where the form was sent to.
  const answer = await fetch(form.dataset.draft.slice(0, -'/draft'.length));
  if (!answer.ok) {
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fields = page.getElementById('fields');
  if (!fields) {
    return true;
  }
  while (isComposing) {
    await new Promise((resolve) => { form.addEventListener('compositionend', resolve, { once: true }); });
  }
  const old = document.getElementById('fields');
  const at = old.contains(document.activeElement) && document.activeElement.name !== 'row' ? document.activeElement : null;
  const place = at && { name: renamed(at.name, pressed), value: at.value, id: at.id, from: at.selectionStart, to: at.selectionEnd };
  const typed = [...old.querySelectorAll('[name]:not([type="hidden"], button)')];
  enhance(fields);
  old.replaceWith(fields);
  for (const control of typed) {
    keep(control, renamed(control.name, pressed));
  }
  const again = place && (place.name && named(place.name, place.value) || document.getElementById(place.id));
  again?.focus();
  if (again && place.from !== null && place.from !== undefined) {
    again.setSelectionRange(place.from, place.to);
  }
  return at !== null;
}

/** Puts what stands in a control of the old fields into the one of the new fields that it has become. */
function keep(old, name) {
  const now = name && named(name, old.value);
  if (!now) {
    return;
  }
  if (old.type === 'file') {
    if (old.files.length > 0) {
      now.replaceWith(old);
    }
  } else if (old.type === 'checkbox' || old.type === 'radio') {
    now.checked = old.checked;
  } else if (now.tagName !== 'SELECT' || [...now.options].some((option) => option.value === old.value)) {
    now.value = old.value;
  }
}

/** The control of a name; of several ticks of one name that with the value. */
function named(name, value) {
  const all = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  const control = all.find((one) => one.type !== 'hidden') ?? all[0];
  return control?.type === 'checkbox' || control?.type === 'radio' ? all.find((one) => one.type !== 'hidden' && one.value === value) : control;
}

/** What a control is called once a row before it was removed; null when its own row was. */
function renamed(name, pressed) {
  const [kind, group, row] = pressed?.split(':') ?? [];
  const parts = name.split('.');
  const at = Number(parts[1]);
  if (kind !== 'remove' || parts[0] !== group || Number.isNaN(at) || at < Number(row)) {
    return name;
  }
  return at === Number(row) ? null : [group, at - 1, ...parts.slice(2)].join('.');
}

function focusAfter(pressed) {
  const [kind, group] = pressed.split(':');
  const controls = [...form.querySelectorAll(`[name^="${CSS.escape(group)}."]:not([type="hidden"])`)];
  const last = controls.length > 0 ? controls[controls.length - 1].name.split('.')[1] : null;
  const target = kind === 'add' && last !== null ? controls.find((control) => control.name.startsWith(`${group}.${last}.`)) : document.getElementById(group);
  target?.focus();
}
