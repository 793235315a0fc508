// Makes the drawing larger and smaller, and moves it by dragging. Without it the drawing scrolls in its frame.
const [LEAST, MOST] = [0.25, 4];
const frame = document.querySelector('[data-map]');
const tools = document.querySelector('[data-map-tools]');
if (frame !== null && tools !== null) {
  const drawing = frame.querySelector('svg');
  const [width, height] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))];
  let scale = 1;

  // What is in the middle of the frame stays there.
  const zoom = (to) => {
    const next = Math.min(MOST, Math.max(LEAST, to));
    const [x, y] = [(frame.scrollLeft + frame.clientWidth / 2) / scale, (frame.scrollTop + frame.clientHeight / 2) / scale];
    scale = next;
    drawing.setAttribute('width', Math.round(width * scale));
    drawing.setAttribute('height', Math.round(height * scale));
    frame.scrollTo(x * scale - frame.clientWidth / 2, y * scale - frame.clientHeight / 2);
    tools.querySelector('output').value = `${Math.round(scale * 100)} %`;
  };

  tools.addEventListener('click', ({ target }) => {
    const { zoom: by } = target.dataset;
    if (by !== undefined) zoom(by === 'whole' ? Math.min(frame.clientWidth / width, frame.clientHeight / height) : scale * Number(by));
  });

  let held;
  frame.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && event.pointerType === 'mouse') held = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop, moved: false };
  });
  frame.addEventListener('pointermove', (event) => {
    if (event.buttons === 0) held = undefined;
    if (held === undefined) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    held.moved ||= Math.hypot(dx, dy) > 4;
    if (held.moved) frame.scrollTo(held.left - dx, held.top - dy);
  });
  // A box that was only the place where the mouse took hold is not opened.
  frame.addEventListener('click', (event) => {
    if (held?.moved) event.preventDefault();
    held = undefined;
  }, true);
  globalThis.addEventListener('pointerup', ({ target }) => {
    if (!frame.contains(target)) held = undefined;
  });
  frame.addEventListener('dragstart', (event) => event.preventDefault());

  frame.classList.add('app-pan');
  tools.hidden = false;
  zoom(1);
}
