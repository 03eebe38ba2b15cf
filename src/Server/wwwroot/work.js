// A work item's form: keeps the draft by itself, asks what the answers so far make necessary, adds and removes rows in place.
import { enhance } from '/page.js';

const form = document.getElementById('work-form');
const saved = document.getElementById('saved');
const Pause = 1500;
let timer;
let queue = Promise.resolve();
let isStopped = false;

if (form) {
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => enqueue(save), Pause);
  });
  form.addEventListener('change', (event) => {
    if (event.target.matches('[data-decides]')) {
      clearTimeout(timer);
      enqueue(async () => { if (await save()) { await show(event.target.id || event.target.name); } });
    }
  });
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="row"]');
    if (button && !isStopped) {
      event.preventDefault();
      clearTimeout(timer);
      enqueue(async () => {
        if (await save(button.value)) {
          await show(null);
          focusAfter(button.value);
        }
      });
    }
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

function enqueue(step) {
  queue = queue.then(step, step);
}

/** Saves what stands in the form; files go only with the person's own submit. */
async function save(row) {
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
    const answer = await fetch(form.dataset.draft, { method: 'POST', body: data, headers: { accept: 'application/json' }, redirect: 'manual' });
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

/** Shows the fields anew as the server asks for them now; what is being typed stays. */
async function show(focusId) {
  const answer = await fetch(location.pathname);
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fields = page.getElementById('fields');
  if (!fields) {
    return;
  }
  const chosen = document.activeElement?.id;
  for (const file of form.querySelectorAll('input[type="file"]')) {
    if (file.files.length > 0) {
      fields.querySelector(`input[type="file"][name="${CSS.escape(file.name)}"]`)?.replaceWith(file);
    }
  }
  document.getElementById('fields').replaceWith(fields);
  enhance(fields);
  const again = document.getElementById(chosen || focusId || '') ?? (focusId && form.querySelector(`[name="${CSS.escape(focusId)}"]:checked`));
  again?.focus();
}

function focusAfter(pressed) {
  const [kind, group] = pressed.split(':');
  const controls = [...form.querySelectorAll(`[name^="${CSS.escape(group)}."]:not([type="hidden"])`)];
  const last = controls.length > 0 ? controls[controls.length - 1].name.split('.')[1] : null;
  const target = kind === 'add' && last !== null ? controls.find((control) => control.name.startsWith(`${group}.${last}.`)) : document.getElementById(group);
  target?.focus();
}
