export function enhance(root) {}
