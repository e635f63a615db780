import { expect, test } from "@jest/globals";
import { columnFor, tableFor } from "../src/gorm/naming.ts";

test.each([
  ["ID", "id"],
  ["CreatedAt", "created_at"],
  ["VMName", "vm_name"],
  ["SizeGB", "size_gb"],
  ["Ipv4Address", "ipv4_address"],
  ["name", "name"],
])("the column of %s is %s", (field, column) => {
  expect(columnFor(field)).toBe(column);
});

test.each([
  ["Equipment", "equipment"],
  ["UserInformation", "user_information"],
  ["Rice", "rice"],
  ["Money", "money"],
  ["Species", "species"],
  ["Fish", "fish"],
  ["Sheep", "sheep"],
  ["Jeans", "jeans"],
  ["Police", "police"],
  ["SalesPerson", "sales_people"],
  ["Foreman", "foremen"],
  ["Men", "men"],
  ["Children", "children"],
  ["Crisis", "crises"],
  ["Testis", "testes"],
  ["Alias", "aliases"],
  ["Aliases", "aliases"],
  ["Status", "statuses"],
  ["Virus", "viri"],
  ["Index", "indices"],
  ["Box", "boxes"],
  ["Switch", "switches"],
  ["Address", "addresses"],
  ["Dish", "dishes"],
  ["Jobs", "jobs"],
  ["Medium", "media"],
  ["Buffalo", "buffaloes"],
  ["Wife", "wives"],
  ["Calf", "calves"],
  ["Colloquy", "colloquies"],
  ["Key", "keys"],
  ["Louse", "lice"],
  ["House", "houses"],
  ["FailoverJob", "failover_jobs"],
])("the table of %s is %s", (type, table) => {
  expect(tableFor(type)).toBe(table);
});
