import type { ComponentResult, Deployments, DeployOutcome, DeployRequest, StoredComponent } from '../../deployment/types.ts';

/** Deployments that take everything at once, or do what a test says. */
export class FakeDeployments implements Deployments {
  readonly requests: DeployRequest[] = [];
  readonly stored = new Map<string, StoredComponent>();
  /** What becomes of a request; by default all of it succeeds. */
  outcome: (request: DeployRequest) => DeployOutcome | Promise<DeployOutcome> = succeeds;

  async deploy(request: DeployRequest): Promise<DeployOutcome> {
    this.requests.push(request);
    return this.outcome(request);
  }

  list(type: string): readonly StoredComponent[] {
    return [...this.stored.values()].filter((component) => component.type === type);
  }

  read({ type, fullName }: { readonly type: string; readonly fullName: string }): StoredComponent | undefined {
    return this.stored.get(`${type}#${fullName}`);
  }
}

function succeeds({ components }: DeployRequest): DeployOutcome {
  const results = components.map(({ type, fullName, fileName }): ComponentResult => {
    return { type, fullName, fileName, success: true, created: true, changed: true, deleted: false, problems: [] };
  });
  return { status: 'Succeeded', components: results };
}
