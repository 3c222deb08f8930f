// Switches on the parts of nhsuk-frontend that enhance the pages; everything works without it.
import { initAll } from './nhsuk-frontend-10.6.1/nhsuk-frontend.min.js';

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
initAll();
