// What Netlify makes of a `_headers` file, by its own reader: of all entries that fit an address, in their order, the later
// counts. Arguments: the file and the addresses; prints the headers of each.
import { parseAllHeaders } from "@netlify/headers-parser";

const [file, ...addresses] = process.argv.slice(2);
const { headers, errors } = await parseAllHeaders({ headersFiles: [file], minimal: false });
if (errors.length > 0) throw errors[0];
const of = (address) => headers.filter(({ forRegExp }) => forRegExp.test(address)).map(({ values }) => values);
console.log(JSON.stringify(addresses.map((address) => Object.assign({}, ...of(address)))));
