import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { needed } from '../../scripts/orgConnection';
import type { RunningOrg } from '../support/runningOrg';

/** A page of another site, such as a mail tool, that shows components of the org. */
export interface HostPage {
  /** `http://localhost:41234`: another site than the org's 127.0.0.1. */
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves the page. Each time it is asked for, its server gets a frontdoor address for the user of
 * this token, as the org's documentation has it.
 * @param body HTML of the components
 */
export async function startHostPage(org: RunningOrg, components: string, body: string, accessToken?: string): Promise<HostPage> {
  const token = accessToken ?? needed(org.env, 'SALESFORCE_ACCESS_TOKEN');
  const server = createServer((request, response) => {
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    frontdoorOf(org, token).then(
      (frontdoor) => response.writeHead(200, { 'content-type': 'text/html' }).end(pageText(org.url, frontdoor, components, body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { origin: `http://localhost:${String(portOf(server))}`, stop: () => closed(server) };
}

/** Browsers keep their connections open. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function frontdoorOf(org: RunningOrg, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${org.url}/services/oauth2/singleaccess`, { method: 'POST', headers });
  const answer = (await response.json()) as { frontdoor_uri: string };
  return answer.frontdoor_uri;
}

/** The page notes what happens on it in `window.happened`. */
function pageText(orgUrl: string, frontdoor: string, components: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>Mail</title>
    <script>
      window.happened = [];
      for (const type of ['lo.application.ready', 'lo.application.error', 'lo.component.ready', 'lo.component.error'])
        document.addEventListener(type, (event) => window.happened.push(type + ' ' + (event.detail.message ?? event.detail.name ?? '')));
    </script>
    <script async src="${orgUrl}/lightning/lightning.out.latest/index.iife.prod.js"></script></head>
    <body><h1>Mail</h1>
    <lightning-out-application frontdoor-url="${frontdoor}" components="${components}"></lightning-out-application>
    ${body}</body></html>`;
}
