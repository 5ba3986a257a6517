import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import App from '../app/app.ts';

const element = createElement('shell-app', { is: App });
document.getElementById('app')?.replaceChildren(element);
