import { appProvidedSpecifiers } from '../build/appProvided.ts';
import { vendorSpecifiers } from '../build/installedPackages.ts';

/** Modules that components may import on the platform and that local-org has nothing of (LWC reference, "Lightning modules"). */
const notHere = [
  'accessibilityPreferences',
  'alert',
  'analyticsWaveApi',
  'barcodeScanner',
  'cmsDeliveryApi',
  'confirm',
  'conversationToolkitApi',
  'datatableKeyboardMixins',
  'empApi',
  'fileUpload',
  'formattedLocation',
  'inputRichText',
  'inputLocation',
  'logger',
  'map',
  'mediaUtils',
  'messageService',
  'mobileCapabilities',
  'modal',
  'modalBody',
  'modalFooter',
  'modalHeader',
  'omnistudioPubsub',
  'platformResourceLoader',
  'platformUtilityBarApi',
  'platformWorkspaceApi',
  'prompt',
  'sentimentAnalysis',
  'serviceCloudVoiceToolkitApi',
  'stateManagerLayout',
  'stateManagerObjectInfo',
  'stateManagerRecord',
  'toast',
  'toastContainer',
  'uiActionsApi',
  'uiAppsApi',
  'uiListApi',
  'uiMruApi',
  'unifiedKnowledgeSearchApi',
  'userConsentCookie',
].map((name) => `lightning/${name}`);

/** Namespaces of the platform whose modules local-org has nothing of. */
const otherNamespaces = /^(?:commerce|experience|industries|lightningsnapin|omnistudio|sfdc[a-zA-Z]*|wave|x)\//u;

const provided = new Set([...vendorSpecifiers, ...appProvidedSpecifiers(), 'wire-service', '@lwc/engine']);
const known = new Set([...notHere, '@lwc/state']);

/** Whether a module of the platform can be had here: `runs`, only there: `not run`, or nowhere: undefined. */
export function platformModule(specifier: string): 'runs' | 'not run' | undefined {
  if (provided.has(specifier)) return 'runs';
  return known.has(specifier) || otherNamespaces.test(specifier) ? 'not run' : undefined;
}
