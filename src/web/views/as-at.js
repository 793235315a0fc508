// Moves the date of a page through the days on which the arrangements changed. Without it the date is typed.
for (const slider of document.querySelectorAll('[data-change-days]')) {
  const days = slider.dataset.changeDays.split(' ');
  const months = slider.dataset.months.split(' ');
  const range = slider.querySelector('input');
  const said = slider.querySelector('output');
  const fields = ['year', 'month', 'day'].map((name) => slider.closest('form').elements[name]);

  const tell = () => {
    const parts = days[range.value].split('-').map(Number);
    const words = `${parts[2]} ${months[parts[1] - 1]} ${parts[0]}`;
    said.value = words;
    range.setAttribute('aria-valuetext', words);
    return parts;
  };

  range.max = days.length - 1;
  range.value = Math.max(0, days.findLastIndex((day) => day <= slider.dataset.shown));
  tell();
  range.addEventListener('input', () => {
    for (const [index, part] of tell().entries()) fields[index].value = part;
  });
  slider.hidden = false;
}
