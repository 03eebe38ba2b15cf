// Signing with a finger, a pen or a mouse, where the office asks for it. Without this the name is typed.
function pad(field) {
  const kept = field.querySelector('input[name=drawn]');
  const label = document.createElement('p');
  label.className = 'sign-label';
  label.textContent = field.dataset.sign;
  const canvas = document.createElement('canvas');
  canvas.className = 'sign-pad';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${field.dataset.sign}。書けないときは、下にお名前を入力してください`);
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button button-quiet';
  again.textContent = '署名を書き直す';
  field.append(label, canvas, again);
  canvas.width = canvas.clientWidth;
  canvas.height = canvas.clientHeight;
  const pen = canvas.getContext('2d');
  pen.lineWidth = 3;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (kept.value !== '') {
    const before = new Image();
    before.addEventListener('load', () => pen.drawImage(before, 0, 0));
    before.src = kept.value;
  }
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
    pen.lineTo(...at(event));
    pen.stroke();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons > 0) {
      pen.lineTo(...at(event));
      pen.stroke();
    }
  });
  canvas.addEventListener('pointerup', () => {
    kept.value = canvas.toDataURL('image/png');
  });
  again.addEventListener('click', () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    kept.value = '';
  });
}

document.querySelectorAll('[data-sign]').forEach(pad);
