import type { StandardObjectDefinition } from '../definition.ts';

export const ASSET: StandardObjectDefinition = {
  name: 'Asset',
  label: 'Asset',
  labelPlural: 'Assets',
  keyPrefix: '02i',
  nameField: 'Name',
  sharingModel: 'ControlledByParent',
  viewed: true,
  history: 'AssetHistory',
  feeds: true,
  activities: true,
  fields: `
    ContactId: Lookup(Contact) children=Assets
    AccountId: Lookup(Account) children=Assets
    ParentId: Lookup(Asset) children=ChildAssets "Parent Asset ID"
    RootAssetId: Lookup(Asset) ro
    Product2Id: Lookup(Product2) children=Assets "Product ID"
    ProductCode: Text(255) ro
    IsCompetitorProduct: Checkbox "Competitor Asset"
    Name: Text(255) required "Asset Name"
    SerialNumber: Text(80)
    InstallDate: Date
    PurchaseDate: Date
    UsageEndDate: Date
    Status: Picklist(@AssetStatus)
    Price: Currency(18,0)
    Quantity: Number(12,2)
    Description: LongText(4000)
    OwnerId: Lookup(User) restrict notnull "Asset Owner ID"
    AssetProvidedById: Lookup(Account) children=ProvidedAssets "Asset Provided By ID"
    AssetServicedById: Lookup(Account) children=ServicedAssets "Asset Serviced By ID"
    IsInternal: Checkbox "Internal Asset"
    AssetLevel: Int(9) ro
    StockKeepingUnit: Text(180) ro "Product SKU"
  `,
  formulas: {
    ProductCode: 'Product2.ProductCode',
    StockKeepingUnit: 'Product2.StockKeepingUnit',
  },
};
