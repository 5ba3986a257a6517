import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Outbox } from './outbox.ts';
import { call, callAll, faultOf, input, orgWithCalled, output } from '../testing/calledFlow.ts';
import {
  afterSave,
  assign,
  faultTo,
  filter,
  flag,
  flowXml,
  number,
  packageWith,
  ref,
  set,
  text,
  to,
  validationRule,
  variable,
} from '../testing/flowXml.ts';
import { openTestOrg, type TestOrg } from '../testing/testOrg.ts';

const action = (
  name: string,
  type: string,
  inputs: readonly (readonly [string, string])[],
  next = '',
  actionName = type,
  more = '',
): string =>
  `<actionCalls><name>${name}</name><label>${name}</label><actionName>${actionName}</actionName><actionType>${type}</actionType>${next}<flowTransactionModel>CurrentTransaction</flowTransactionModel>${inputs
    .map(([parameter, value]) => `<inputParameters><name>${parameter}</name>${value}</inputParameters>`)
    .join('')}${more}</actionCalls>`;

function outboxOf(org: TestOrg): Outbox {
  const { outbox } = org.engine.calls;
  assert.ok(outbox !== undefined);
  return outbox;
}

function idOf(results: ReturnType<TestOrg['insert']>): string {
  const [first] = results;
  assert.ok(first?.success, JSON.stringify(first));
  return first.id;
}

const template = (name: string, inside: string, content: string): Readonly<Record<string, string>> => ({
  [`email/unfiled$public/${name}.email-meta.xml`]: `<EmailTemplate><available>true</available><encodingKey>UTF-8</encodingKey><name>${name}</name><style>none</style>${inside}<content>${content}</content></EmailTemplate>`,
});

const orderPlaced = template(
  'Placed',
  '<subject>Order {!Order__c.Name} for {!Order__c.Account__c}</subject><type>text</type>',
  'Hello {!Account.Name}, {!Order__c.Amount__c} due {!Order__c.Due__c}. {!Order__c.Link} {!User.FirstName} {!Organization.Name} {!Nothing.There}',
);

const alert = (recipients: string): Readonly<Record<string, string>> => ({
  'workflows/Order__c.workflow-meta.xml': `<Workflow><alerts><fullName>Tell</fullName><ccEmails>copy@example.com</ccEmails><description>Tell them</description><protected>false</protected>${recipients}<senderType>CurrentUser</senderType><template>unfiled$public/Placed</template></alerts></Workflow>`,
});

describe('Send Email', () => {
  const simple = (inputs: readonly (readonly [string, string])[]): TestOrg =>
    orgWithCalled({
      Called: action('First', 'emailSimple', inputs) + variable('who', 'String', input + text('ann@example.com, bob@example.com')),
    });

  test('given addresses, subject and body, then the e-mail lies in the outbox and nowhere else', () => {
    const org = simple([
      ['emailAddresses', ref('who')],
      ['emailSubject', text('Hi {!who}')],
      ['emailBody', text('There')],
    ]);
    call(org, 'Called');
    const [email] = outboxOf(org).emails();
    assert.deepEqual(email, {
      id: 1,
      at: email?.at,
      action: 'emailSimple',
      caller: 'Called',
      from: org.user.email,
      to: ['ann@example.com', 'bob@example.com'],
      cc: [],
      bcc: [],
      subject: 'Hi ann@example.com, bob@example.com',
      text: 'There',
      html: undefined,
      relatedRecordId: undefined,
    });
  });

  test('given a bad address or no recipient, then the flow fails with the reason, or its fault path takes it', () => {
    const org = simple([
      ['emailAddresses', ref('who')],
      ['emailSubject', text('Hi')],
      ['emailBody', text('There')],
      ['sendRichBody', flag(true)],
    ]);
    const [bad, none, good] = callAll(org, 'Called', [{ who: 'nobody' }, { who: '' }, { who: 'x@example.com' }]);
    assert.match(faultOf(bad), /Invalid email address: nobody/u);
    assert.match(faultOf(none), /Specify at least one recipient/u);
    assert.deepEqual(good, {});
    assert.deepEqual(
      outboxOf(org)
        .emails()
        .map((email) => [email.to, email.html]),
      [[['x@example.com'], 'There']],
    );
  });

  test('given a template and the id of a recipient, then its merge fields are filled in', () => {
    const org = orgWithCalled(
      {
        Called:
          `<recordLookups><name>First</name>${to('Send')}${filter('DeveloperName', 'EqualTo', text('Greeting'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>EmailTemplate</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
          action('Send', 'emailSimple', [
            ['emailTemplateId', ref('First.Id')],
            ['recipientId', ref('contact')],
          ]) +
          variable('contact', 'String', input),
      },
      template(
        'Greeting',
        '<subject>Dear {!Contact.FirstName}</subject><type>html</type>',
        '&lt;p&gt;{!Contact.Name} of {!Account.Name}&lt;/p&gt;',
      ),
    );
    const account = idOf(org.insert('Account', { Name: 'Acme' }));
    const contact = idOf(org.insert('Contact', { FirstName: 'Ann', LastName: 'Lee', Email: 'ann@example.com', AccountId: account }));
    call(org, 'Called', { contact });
    const [email] = outboxOf(org).emails();
    assert.deepEqual([email?.to, email?.subject, email?.html], [['ann@example.com'], 'Dear Ann', '<p>Ann Lee of Acme</p>']);
  });

  test('given more recipients than the day allows, then the rest are refused', () => {
    const org = simple([
      ['emailAddresses', ref('who')],
      ['emailSubject', text('Hi')],
      ['emailBody', text('There')],
    ]);
    const outbox = outboxOf(org);
    const at = org.clock.now();
    outbox.addEmail(
      {
        at,
        action: 'x',
        caller: 'x',
        from: '',
        to: [],
        cc: [],
        bcc: [],
        subject: '',
        text: '',
        html: undefined,
        relatedRecordId: undefined,
      },
      4999,
    );
    const [first, second] = callAll(org, 'Called', [{ who: 'a@example.com' }, { who: 'b@example.com' }]);
    assert.deepEqual(first, {});
    assert.match(faultOf(second), /daily limit for single emails/u);
  });
});

describe('an e-mail alert', () => {
  const recipients = `<recipients><type>owner</type></recipients><recipients><field>Contact__c</field><type>contactLookup</type></recipients><recipients><recipient>admin@customer-pulse.example</recipient><type>user</type></recipients>`;
  const contactField = {
    'objects/Order__c/fields/Contact__c.field-meta.xml':
      '<CustomField><fullName>Contact__c</fullName><deleteConstraint>SetNull</deleteConstraint><label>Contact</label><referenceTo>Contact</referenceTo><relationshipName>Orders</relationshipName><type>Lookup</type></CustomField>',
  };
  const sends = flowXml({
    body: action('First', 'emailAlert', [['SObjectRowId', ref('$Record.Id')]], '', 'Order__c.Tell'),
    start: afterSave('Order__c', 'Create'),
    first: 'First',
  });

  test('given saved records, then each is told to its people, with the fields of the record and its parents', () => {
    const org = openTestOrg(packageWith({ Sends: sends }, { ...orderPlaced, ...alert(recipients), ...contactField }));
    const account = idOf(org.insert('Account', { Name: 'Acme' }));
    const contact = idOf(org.insert('Contact', { LastName: 'Lee', Email: 'lee@example.com' }));
    const before = org.queries.count;
    const ids = org
      .insert('Order__c', { Name: 'A', Account__c: account, Contact__c: contact, Amount__c: 1234.5, Due__c: '2026-03-04' }, { Name: 'B' })
      .map((result) => (result.success ? result.id : JSON.stringify(result)));
    assert.ok(org.queries.count - before <= 6, 'queries do not grow with the records');
    const emails = outboxOf(org).emails().toReversed();
    assert.deepEqual(
      emails.map((email) => [email.relatedRecordId, email.to, email.cc, email.subject]),
      [
        [ids[0], [org.user.email, 'lee@example.com'], ['copy@example.com'], 'Order A for Acme'],
        [ids[1], [org.user.email], ['copy@example.com'], 'Order B for '],
      ],
    );
    assert.equal(emails[0]?.text, `Hello Acme, 1,234.50 due 3/4/2026. http://127.0.0.1/${String(ids[0])} Ada Customer Pulse (local org) `);
  });

  test('given a record that is refused after its flow ran, then its e-mail was never sent', () => {
    const fails = flowXml({
      body: `<recordCreates><name>First</name>${set('Price__c', ref('$Record.Amount__c'))}<object>Line__c</object></recordCreates>`,
      start: afterSave('Order__c', 'Create'),
      first: 'First',
      rest: '<triggerOrder>2000</triggerOrder>',
    });
    const rule = validationRule('Line__c', 'NotNegative', 'Price__c &lt; 0', 'No negative prices');
    const org = openTestOrg(
      packageWith({ Sends: sends, Fails: fails }, { ...orderPlaced, ...alert(recipients), ...contactField, ...rule }),
    );
    org.insert('Order__c', { Name: 'good', Amount__c: 1 }, { Name: 'bad', Amount__c: -1 });
    assert.deepEqual(
      outboxOf(org)
        .emails()
        .map((email) => email.subject),
      ['Order good for '],
    );
  });

  test('given a template that is not there, then the alert is refused; a recipient that is not run refuses the flow that uses it', () => {
    assert.throws(
      () => openTestOrg(packageWith({}, alert(recipients))),
      /The email template "unfiled\$public\/Placed" of the email alert "Order__c\.Tell" doesn't exist/u,
    );
    const toRole = alert('<recipients><recipient>Boss</recipient><type>role</type></recipients>');
    openTestOrg(packageWith({}, { ...orderPlaced, ...toRole })).close();
    assert.throws(
      () => openTestOrg(packageWith({ Sends: sends }, { ...orderPlaced, ...toRole })),
      /a recipient of type role .* is not run by local-org/u,
    );
  });
});

describe('Send Custom Notification', () => {
  const types = {
    'notificationtypes/Alarm.notiftype-meta.xml':
      '<CustomNotificationType><customNotifTypeName>Alarm</customNotifTypeName><desktop>true</desktop><masterLabel>Alarm</masterLabel><mobile>false</mobile></CustomNotificationType>',
  };
  const body =
    assign('Who', [['people', 'Add', ref('$User.Id')]], to('Send')) +
    assign('Out', [['message', 'Assign', ref('Send.SuccessMessage')]]) +
    `<recordLookups><name>First</name>${to('Who')}${filter('DeveloperName', 'EqualTo', text('Alarm'))}<getFirstRecordOnly>true</getFirstRecordOnly><object>CustomNotificationType</object><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
    action(
      'Send',
      'customNotificationAction',
      [
        ['customNotifTypeId', ref('First.Id')],
        ['recipientIds', ref('people')],
        ['title', ref('title')],
        ['body', text('Look')],
        ['targetId', ref('$User.Id')],
      ],
      to('Out'),
      'customNotificationAction',
      '<storeOutputAutomatically>true</storeOutputAutomatically>',
    ) +
    variable('people', 'String', '<isCollection>true</isCollection>') +
    variable('title', 'String', input) +
    variable('message', 'String', output);

  test('given a type and people, then the notification is kept; a title that is too long or missing fails', () => {
    const org = orgWithCalled({ Called: body }, types);
    const [good, long, none] = callAll(org, 'Called', [{ title: 'Fire' }, { title: 'x'.repeat(251) }, {}]);
    assert.deepEqual(good, { message: 'Your custom notification is processed successfully.' });
    assert.match(faultOf(long), /can't be longer than 250/u);
    assert.match(faultOf(none), /Missing required input parameter: title/u);
    const notes = outboxOf(org).notifications();
    assert.deepEqual(
      notes.map((note) => [note.type, note.title, note.recipients, note.targetId]),
      [['Alarm', 'Fire', [org.user.id], org.user.id]],
    );
  });
});

describe('Post to Chatter', () => {
  test('given a record, then a post is in its feed, one save for all calls; given a fault, then its path takes it', () => {
    const org = orgWithCalled({
      Called:
        action(
          'First',
          'chatterPost',
          [
            ['text', text('Hello {!who}')],
            ['subjectNameOrId', ref('who')],
          ],
          to('Out') + faultTo('Lost'),
          'chatterPost',
          '<storeOutputAutomatically>true</storeOutputAutomatically>',
        ) +
        assign('Out', [['post', 'Assign', ref('First.feedItemId')]]) +
        assign('Lost', [['lost', 'Assign', ref('$Flow.FaultMessage')]]) +
        variable('who', 'String', input) +
        variable('post', 'String', output) +
        variable('lost', 'String', output),
    });
    const account = idOf(org.insert('Account', { Name: 'Acme' }));
    const [first, second, third] = callAll(org, 'Called', [{ who: account }, { who: org.user.username }, { who: 'nobody at all' }]);
    assert.deepEqual(
      org.rows('SELECT Id, ParentId, Body FROM FeedItem ORDER BY Id'),
      [
        { outputs: first, parent: account, who: account },
        { outputs: second, parent: org.user.id, who: org.user.username },
      ].map(({ outputs, parent, who }) => ({ Id: (outputs as Record<string, unknown>)['post'], ParentId: parent, Body: `Hello ${who}` })),
    );
    assert.match(String((third as Record<string, unknown>)['lost']), /The target nobody at all can't be found/u);
  });
});

describe('an action that does not run here', () => {
  const refused = (body: string): string => {
    try {
      orgWithCalled({ Called: body });
      return 'accepted';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  test('given Apex, approvals or quick actions, then they are refused by name', () => {
    for (const [type, name] of [
      ['apex', 'SendInvoices'],
      ['submit', 'submit'],
      ['quickAction', 'Case.Escalate'],
      ['externalService', 'Bank.pay'],
    ] as const) {
      assert.match(
        refused(action('First', type, [], '', name)),
        new RegExp(`the action ${name} of type ${type} is not run by local-org`, 'u'),
      );
    }
  });

  test('given inputs that the action does not have, lacks or cannot take, then they are told', () => {
    assert.match(
      refused(action('First', 'emailSimple', [['colour', text('red')]])),
      /The input parameter "colour" isn't valid for the action "emailSimple"/u,
    );
    assert.match(
      refused(action('First', 'chatterPost', [['text', text('x')]])),
      /The required input parameter "subjectNameOrId" isn't set/u,
    );
    assert.match(
      refused(action('First', 'emailSimple', [['logEmailOnSend', flag(true)]])),
      /the input parameter logEmailOnSend of the action emailSimple is not run by local-org/u,
    );
    assert.match(
      refused(action('First', 'emailSimple', [['sendRichBody', number(1)]])),
      /The type for the input parameter "sendRichBody" doesn't match/u,
    );
    assert.match(refused(action('First', 'emailAlert', [], '', 'Order__c.Gone')), /The email alert "Order__c\.Gone" doesn't exist/u);
  });
});
