// Runs after synthetic shadow, which the page loads as a script of its own before this one.
import { createElement } from 'lwc';
import App from '../app/app.ts';

const element = createElement('shell-app', { is: App });
document.getElementById('content')?.replaceChildren(element);
