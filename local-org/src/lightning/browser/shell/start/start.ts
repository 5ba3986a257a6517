// Runs after synthetic shadow, which the page loads as a script of its own before this one.
import { createElement } from 'lwc';
import { askAhead } from '../../lds/graphqlStore.ts';
import { readAhead } from '../../lds/readRecord.ts';
import { componentsSeenFirst } from '../../page/componentsSeenFirst.ts';
import { loadOrgComponent } from '../../page/orgComponents.ts';
import { pageSettings } from '../../page/settings.ts';
import App from '../app/app.ts';
import OutApp from '../outApp/outApp.ts';

/** Less than this nobody notices; a page that is drawn once, with what it shows, is there sooner than one that is drawn twice. */
const unnoticedMs = 100;

const ahead = Promise.all([readAhead(), askAhead()]);
const noLonger = new Promise((resolve) => setTimeout(resolve, unnoticedMs));

// Components that are there from the beginning ask for their data in the same moment as the shell does, and
// what all of them ask of a record is one request. One that cannot be loaded says so in its own place.
await Promise.allSettled(componentsSeenFirst(pageSettings.page).map(loadOrgComponent));
await Promise.race([ahead, noLonger]);
const isInside = pageSettings.page.kind === 'out';
const element = isInside ? createElement('shell-out-app', { is: OutApp }) : createElement('shell-app', { is: App });
document.getElementById('content')?.replaceChildren(element);
