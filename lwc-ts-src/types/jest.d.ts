/// <reference types="@sa11y/jest" />

declare module '@salesforce/wire-service-jest-util' {
  export function createTestWireAdapter(): unknown;
}
