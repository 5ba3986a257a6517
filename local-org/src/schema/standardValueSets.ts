import type { PicklistValue } from './types.ts';

/**
 * The standard value sets as a new org has them: name of the `StandardValueSet` -> its values, one a line.
 * `*` marks the default; behind `|` stands what the set says of the value.
 */
const SETS: Readonly<Record<string, string>> = {
  AccountContactMultiRoles: lines(
    'Business User',
    'Decision Maker',
    'Economic Buyer',
    'Economic Decision Maker',
    'Evaluator',
    'Executive Sponsor',
    'Influencer',
    'Technical Buyer',
    'Other',
  ),
  AccountOwnership: lines('Public', 'Private', 'Subsidiary', 'Other'),
  AccountRating: lines('Hot', 'Warm', 'Cold'),
  AccountSource: lines('Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'),
  AccountType: lines(
    'Prospect',
    'Customer - Direct',
    'Customer - Channel',
    'Channel Partner / Reseller',
    'Installation Partner',
    'Technology Partner',
    'Other',
  ),
  AssetStatus: lines('Shipped', 'Installed', 'Registered', 'Obsolete', 'Purchased'),
  CampaignMemberStatus: lines('*Sent', 'Responded'),
  CampaignStatus: lines('*Planned', 'In Progress', 'Completed', 'Aborted'),
  CampaignType: lines(
    'Conference',
    'Webinar',
    'Trade Show',
    'Public Relations',
    'Partners',
    'Referral Program',
    'Advertisement',
    'Banner Ads',
    'Direct Mail',
    'Email',
    'Telemarketing',
    'Other',
  ),
  CaseContactRole: lines('Technical Contact', 'Business Contact', 'Decision Maker', 'Other'),
  CaseOrigin: lines('Phone', 'Email', 'Web'),
  CasePriority: lines('High', '*Medium', 'Low'),
  CaseReason: lines('Installation', 'Equipment Complexity', 'Performance', 'Breakdown', 'Equipment Design', 'Feedback', 'Other'),
  CaseStatus: lines('*New', 'Working', 'Escalated', 'Closed | closed'),
  CaseType: lines('Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'),
  ContactRole: lines(
    'Business User',
    'Decision Maker',
    'Economic Buyer',
    'Economic Decision Maker',
    'Evaluator',
    'Executive Sponsor',
    'Influencer',
    'Technical Buyer',
    'Other',
  ),
  ContractContactRole: lines(
    'Business User',
    'Decision Maker',
    'Economic Buyer',
    'Economic Decision Maker',
    'Evaluator',
    'Executive Sponsor',
    'Influencer',
    'Technical Buyer',
    'Other',
  ),
  ContractStatus: lines('In Approval Process', 'Activated', '*Draft'),
  EventSubject: lines('Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'),
  EventType: lines('Email', 'Meeting', 'Other', 'Call'),
  ForecastCategoryName: lines('Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'),
  Industry: lines(
    ...['Agriculture', 'Apparel', 'Banking', 'Biotechnology', 'Chemicals', 'Communications', 'Construction', 'Consulting', 'Education'],
    ...['Electronics', 'Energy', 'Engineering', 'Entertainment', 'Environmental', 'Finance', 'Food & Beverage', 'Government', 'Healthcare'],
    ...['Hospitality', 'Insurance', 'Machinery', 'Manufacturing', 'Media', 'Not For Profit', 'Recreation', 'Retail', 'Shipping'],
    ...['Technology', 'Telecommunications', 'Transportation', 'Utilities', 'Other'],
  ),
  LeadSource: lines('Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'),
  LeadStatus: lines('*Open - Not Contacted', 'Working - Contacted', 'Closed - Converted | converted', 'Closed - Not Converted'),
  OpportunityStage: lines(
    'Prospecting | probability=10 forecastCategory=Pipeline',
    'Qualification | probability=10 forecastCategory=Pipeline',
    'Needs Analysis | probability=20 forecastCategory=Pipeline',
    'Value Proposition | probability=50 forecastCategory=Pipeline',
    'Id. Decision Makers | probability=60 forecastCategory=Pipeline',
    'Perception Analysis | probability=70 forecastCategory=Pipeline',
    'Proposal/Price Quote | probability=75 forecastCategory=Pipeline',
    'Negotiation/Review | probability=90 forecastCategory=Pipeline',
    'Closed Won | closed won probability=100 forecastCategory=Closed',
    'Closed Lost | closed probability=0 forecastCategory=Omitted',
  ),
  OpportunityType: lines('Existing Customer - Upgrade', 'Existing Customer - Replacement', 'Existing Customer - Downgrade', 'New Customer'),
  OrderStatus: lines('*Draft', 'Activated'),
  OrderType: '',
  Product2Family: lines('None'),
  QuantityUnitOfMeasure: lines('Each'),
  Salutation: lines('Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'),
  TaskPriority: lines('High | highPriority', '*Normal', 'Low'),
  TaskStatus: lines('*Not Started', 'In Progress', 'Completed | closed', 'Waiting on someone else', 'Deferred'),
  TaskSubject: lines('Call', 'Email', 'Send Letter', 'Send Quote', 'Other'),
  TaskType: lines('Call', 'Meeting', 'Other', 'Email'),
};

/** The values of a standard value set in a new org; undefined when nothing here uses such a set. */
export function standardValues(name: string): readonly PicklistValue[] | undefined {
  const found = Object.keys(SETS).find((set) => set.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : (SETS[found] ?? '').split('\n').filter(Boolean).map(parseValue);
}

function lines(...values: readonly string[]): string {
  return values.join('\n');
}

function parseValue(line: string): PicklistValue {
  const [marked = '', facts = ''] = line.split(' | ');
  const value = marked.replace(/^\*/u, '');
  const known = new Map(
    facts
      .split(' ')
      .map((fact) => fact.split('='))
      .map(([name = '', text = '']) => [name, text]),
  );
  const probability = known.get('probability');
  const forecastCategory = known.get('forecastCategory');
  return {
    value,
    label: value,
    isDefault: marked.startsWith('*'),
    active: true,
    ...(known.has('closed') ? { closed: true } : {}),
    ...(known.has('won') ? { won: true } : {}),
    ...(known.has('converted') ? { converted: true } : {}),
    ...(known.has('highPriority') ? { highPriority: true } : {}),
    ...(probability === undefined ? {} : { probability: Number(probability) }),
    ...(forecastCategory === undefined ? {} : { forecastCategory }),
  };
}
