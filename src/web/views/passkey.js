// Shows what is about passkeys where the browser knows them.
if (globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined) {
  for (const part of document.querySelectorAll('[data-passkey]')) {
    part.hidden = false;
    part.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      void answered(part, event.target);
    });
  }
}

// Asks for options, lets the browser ask its owner, and sends the form with the answer.
async function answered(part, form) {
  const failed = part.querySelector('[data-failed]');
  failed.hidden = true;
  try {
    const offered = await fetch(`${form.action}/options`, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const options = await offered.json();
    const credential = part.dataset.passkey === 'make'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.answer.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    failed.hidden = false;
  }
}
