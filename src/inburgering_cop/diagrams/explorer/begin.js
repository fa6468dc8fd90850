/* Beginning: the data are unpacked while nothing of the page shows, so that it appears at once as it was asked for. */
const unpack = async (packed) => {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"))).json();
};
const begin = async () => {
  const data = await unpack(document.getElementById("data").textContent).catch(() => null);
  if (data) start(data);
  else document.getElementById("unreadable").hidden = false;
  document.documentElement.classList.remove("reading");
};
document.documentElement.classList.add("reading");
addEventListener("DOMContentLoaded", begin);
