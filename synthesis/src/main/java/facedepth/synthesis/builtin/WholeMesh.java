package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/**
 * A head of both sides.
 *
 * @param positions 3 floats a vertex; those of the half of positive x come first
 * @param traits what each vertex is
 * @param twin for each vertex its mirror image, itself on the middle plane
 * @param triangles 3 corners each
 * @param parts what each triangle belongs to
 */
record WholeMesh(
    float[] positions, Trait[] traits, int[] twin, int[] triangles, HeadPart[] parts) {}
