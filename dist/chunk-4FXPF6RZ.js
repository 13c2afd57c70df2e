import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/http/hosts.ts
var SPECIAL_IPV4 = prefixes(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
   192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
), GLOBAL_UNICAST = prefixes("2000::/3"), SPECIAL_IPV6 = prefixes("2001::/23 2001:db8::/32 3fff::/20"), EMBEDDED = [
  { form: prefixes("::ffff:0:0/96"), group: 6 },
  { form: prefixes("64:ff9b::/96"), group: 6 },
  { form: prefixes("2002::/16"), group: 1 }
], ISATAP = /^0*(?:200)?:5efe$/, PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)$/;
function isPrivateAddress(address) {
  let text = address.toLowerCase();
  return text.includes(":") ? !isPublicIPv6(text.replace(/%.*$/, "")) : /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(text) && !isPublicIPv4(text);
}
function areAllPrivate(addresses) {
  return addresses.length > 0 && addresses.every(isPrivateAddress);
}
function looksPrivate(host) {
  let name = host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.+$/, "");
  return isPrivateAddress(name) || PRIVATE_NAME.test(name);
}
function isPublicIPv4(text) {
  let groups = ipv4Groups(text);
  return groups !== void 0 && !SPECIAL_IPV4.some((prefix) => isWithin(groups, prefix));
}
function isPublicIPv6(text) {
  let groups = ipv6Groups(text);
  if (!groups) return !1;
  let embedded = EMBEDDED.find(({ form }) => form.some((prefix) => isWithin(groups, prefix)));
  if (embedded) return isPublicIPv4(dotted(groups.slice(embedded.group, embedded.group + 2)));
  if (!GLOBAL_UNICAST.some((prefix) => isWithin(groups, prefix)) || SPECIAL_IPV6.some((prefix) => isWithin(groups, prefix))) return !1;
  let [high = 0, low = 0] = groups.slice(4, 6);
  return !ISATAP.test(`${high.toString(16)}:${low.toString(16)}`) || isPublicIPv4(dotted(groups.slice(6)));
}
function prefixes(list) {
  return list.split(/\s+/).map((text) => {
    let [address = "", bits] = text.split("/");
    return { groups: ipv4Groups(address) ?? ipv6Groups(address) ?? [], bits: Number(bits) };
  });
}
function isWithin(groups, { groups: network, bits }) {
  return network.every((group, index) => {
    let ignored = Math.min(16, Math.max(0, 16 * (index + 1) - bits));
    return group >>> ignored === (groups[index] ?? 0) >>> ignored;
  });
}
function ipv4Groups(text) {
  let octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256))
    return;
  let [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
  return [a * 256 + b, c * 256 + d];
}
function ipv6Groups(text) {
  let tail = /[^:]*\.[^:]*$/.exec(text)?.[0], ipv4 = tail === void 0 ? void 0 : ipv4Groups(tail);
  if (tail !== void 0 && !ipv4) return;
  let plain = ipv4 ? `${text.slice(0, -(tail ?? "").length)}${ipv4.map((group) => group.toString(16)).join(":")}` : text, [left = "", right, ...more] = plain.split("::"), [before, after] = [left, right ?? ""].map((part) => part === "" ? [] : part.split(":")), written = [...before ?? [], ...after ?? []];
  if (!(right === void 0 ? written.length === 8 : more.length === 0 && written.length < 8) || !written.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return;
  let zeros = Array.from({ length: 8 - written.length }, () => "0");
  return [...before ?? [], ...zeros, ...after ?? []].map((group) => Number.parseInt(group, 16));
}
function dotted(groups) {
  return groups.flatMap((group) => [group >>> 8, group & 255]).join(".");
}
function isLoopback(host) {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export {
  isPrivateAddress,
  areAllPrivate,
  looksPrivate,
  isLoopback
};
